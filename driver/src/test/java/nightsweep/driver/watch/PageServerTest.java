package nightsweep.driver.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import nightsweep.driver.application.WatchedRun.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private PageServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        server = PageServer.start(0, page("<p>one \u00e9", "1"));
        port = URI.create(server.address()).getPort();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void givesThePageThatThereIs() throws Exception {
        HttpResponse<String> first = ask("GET", "/");
        server.show(page("<p>two", "2"));
        HttpResponse<String> second = ask("GET", "/?again");

        assertThat(server.address()).isEqualTo("http://localhost:" + port + "/");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("<p>one \u00e9");
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(second.body()).isEqualTo("<p>two");
        assertThat(second.headers().firstValue("ETag")).hasValue("\"2\"");
    }

    @Test
    void tellsOfThePageWithoutGivingIt() throws Exception {
        HttpResponse<String> answer = ask("HEAD", "/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/journal/", "/..%2f", "/report.html", "/favicon.ico"})
    void hasNothingElse(String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void isForReadingAlone(String method) throws Exception {
        HttpResponse<String> answer = ask(method, "/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.2",
                "0.0.0.0",
                ""
            })
    void answersNobodyWhoCallsItByAnotherName(String host) throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .doesNotContain("<p>");
    }

    @Test
    void answersNobodyWhoCallsItByNoName() throws IOException {
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).contains(" 421 ").doesNotContain("<p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:9"})
    void answersThroughATunnelFromAnotherPort(String host) throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("one");
    }

    @Test
    void isHeardOnTheLoopbackAddressAlone() throws IOException {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : each.inetAddresses()
                    .filter(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())
                    .toList()) {
                try (Socket socket = new Socket(address, port)) {
                    assertThat(socket.isConnected()).as(address.toString()).isFalse();
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("refused");
                }
            }
        }
    }

    @Test
    void knowsWhetherSomebodyWaitsForTheLastPage() throws Exception {
        assertThat(server.awaited()).isFalse();
        ask("GET", "/");
        assertThat(server.awaited()).isFalse();
        server.show(page("<p>two", "2"));
        assertThat(server.awaited()).isTrue();
        ask("HEAD", "/");
        assertThat(server.awaited()).isTrue();
        ask("GET", "/");
        assertThat(server.awaited()).isFalse();
    }

    private static Page page(String html, String version) {
        return new Page(html.getBytes(StandardCharsets.UTF_8), version);
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
