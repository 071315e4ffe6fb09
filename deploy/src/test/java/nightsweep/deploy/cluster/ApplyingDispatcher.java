package nightsweep.deploy.cluster;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import java.net.HttpURLConnection;
import java.net.Socket;
import okhttp3.Headers;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;

/** Keeps what it is sent, as its superclass does, and knows server-side apply besides: what is not there is made. */
final class ApplyingDispatcher extends KubernetesCrudDispatcher {
    @Override
    public MockResponse handlePatch(RecordedRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.startsWith("application/apply-patch")) {
            return super.handlePatch(request);
        }
        String path = request.getPath().replaceFirst("\\?.*", "");
        boolean there = handleGet(path).getStatus().contains(Integer.toString(HttpURLConnection.HTTP_OK));
        return there
                ? handleUpdate(as("PUT", path, request))
                : handleCreate(as("POST", path.substring(0, path.lastIndexOf('/')), request));
    }

    private static RecordedRequest as(String method, String path, RecordedRequest request) {
        Buffer body = request.getBody().clone();
        Headers headers = request.getHeaders()
                .newBuilder()
                .set("Content-Type", "application/json")
                .build();
        return new RecordedRequest(
                method + " " + path + " HTTP/1.1",
                headers,
                request.getChunkSizes(),
                body.size(),
                body,
                request.getSequenceNumber(),
                new Socket());
    }
}
