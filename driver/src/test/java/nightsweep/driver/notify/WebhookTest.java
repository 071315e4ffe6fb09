package nightsweep.driver.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nightsweep.driver.json.Notice;
import nightsweep.driver.json.SweepSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
    private static final Notice NOTICE = new Notice(
            "end",
            "xor: \"done\".",
            "xor",
            "/runs/a",
            Optional.of("none-failed"),
            Optional.of(new SweepSummary.Totals(3, 2, 1, 0, 0)));

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void endServers() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void sendsWhatSlackShowsAndWhatProgramsRead() throws IOException {
        URI address = serve(this::receive, 200);

        try (Webhook webhook = new Webhook(address, told::add)) {
            webhook.send(NOTICE);
            webhook.send(NOTICE);
        }

        assertThat(told).isEmpty();
        assertThat(received).hasSize(2);
        assertThat(received.get(0))
                .startsWith("POST application/json; charset=utf-8 ")
                .contains("\"text\" : \"xor: \\\"done\\\".\"", "\"event\" : \"end\"", "\"state\" : \"none-failed\"")
                .contains("\"planned\" : 3", "\"completed\" : 2", "\"diverged\" : 1");
    }

    @Test
    void tellsOnceThatItIsRefused() throws IOException {
        URI address = serve(this::receive, 404);

        try (Webhook webhook = new Webhook(address, told::add)) {
            webhook.send(NOTICE);
            webhook.send(NOTICE);
        }

        assertThat(received).hasSize(2);
        assertThat(told).singleElement().asString().contains("the server answered 404", "goes on without it");
        assertThat(told.get(0)).doesNotContain(address.getPath(), "127.0.0.1");
    }

    @Test
    void giveUpOnAServerThatDoesNotAnswer() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        URI address = serve(
                exchange -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                200);

        try (Webhook webhook = new Webhook(address, Duration.ofMillis(300), told::add)) {
            webhook.send(NOTICE);
        } finally {
            end.countDown();
        }

        assertThat(told).singleElement().asString().contains("no answer");
    }

    @Test
    void tellsThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        try (Webhook webhook = new Webhook(URI.create("http://127.0.0.1:" + port + "/secret"), told::add)) {
            webhook.send(NOTICE);
        }

        assertThat(told)
                .singleElement()
                .asString()
                .contains("nobody listens there")
                .doesNotContain("secret");
    }

    @Test
    void refusesACertificateThatDoesNotFit(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "changeit",
                        "-alias",
                        "other",
                        "-dname",
                        "CN=elsewhere.example",
                        "-keyalg",
                        "RSA")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(Files.newInputStream(keys), "changeit".toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        URI address = begin(server, "https", this::receive, 200);

        try (Webhook webhook = new Webhook(address, told::add)) {
            webhook.send(NOTICE);
        }

        assertThat(received).isEmpty();
        assertThat(told).singleElement().asString().contains("its certificate does not fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-word", "ftp://secret-word/x", "https:///secret-word", "http://a b/secret-word"})
    void refusesWhatIsNoAddressWithoutShowingIt(String text) {
        assertThatThrownBy(() -> Webhook.address(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://")
                .hasMessageNotContaining("secret-word");
    }

    private URI serve(HttpHandler handler, int status) throws IOException {
        return begin(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                "http",
                handler,
                status);
    }

    private URI begin(HttpServer server, String scheme, HttpHandler handler, int status) {
        servers.add(server);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            handler.handle(exchange);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/services/secret");
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestMethod() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
