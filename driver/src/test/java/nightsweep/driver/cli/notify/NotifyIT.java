package nightsweep.driver.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that tell a webhook, whole. */
class NotifyIT {
    private static final String SWEEP = """
            name: slow
            dataset: {name: xor, train: 200, test: 100}
            network:
              - dense: {units: 4, activation: tanh}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: $epochs, batch-size: 10, learning-rate: 0.1}
            grid: {epochs: [1, 1000000]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void tellsOfTheFirstFailureAndOfTheEnd() throws IOException {
        Path sweep = Files.writeString(folder.resolve("slow.yaml"), SWEEP);
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/services/hush";
        Path run = folder.resolve("run");

        int code = execute(
                "run",
                sweep.toString(),
                "--out",
                run.toString(),
                "--master",
                "local[1]",
                "--trial-timeout",
                "3s",
                "--notify",
                address);
        server.stop(0);

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(received).hasSize(2);
        assertThat(received.get(0)).contains("\"event\" : \"failure\"", "slow: a trial failed");
        assertThat(received.get(1)).contains("\"event\" : \"end\"", "\"state\" : \"some-failed\"", "\"failed\" : 1");
        assertThat(err.toString()).doesNotContain("hush", "webhook");
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".zip")))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("hush"));
        }
    }

    @Test
    void endsAsItWouldWhereNobodyIsThereToBeTold() throws IOException {
        Path sweep = Files.writeString(folder.resolve("quick.yaml"), SWEEP.replace(", 1000000", ""));

        int code = execute(
                "run",
                sweep.toString(),
                "--out",
                folder.resolve("run").toString(),
                "--master",
                "local[1]",
                "--notify",
                "http://127.0.0.1:1/hush");

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(err.toString())
                .contains("could not be told: nobody listens there")
                .doesNotContain("hush");
    }

    @Test
    void refusesWhatIsNoAddress() throws IOException {
        Path sweep = Files.writeString(folder.resolve("quick.yaml"), SWEEP);

        int code =
                execute("run", sweep.toString(), "--out", folder.resolve("run").toString(), "--notify", "hush");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("A webhook must be an address").doesNotContain("hush");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    private int execute(String... command) {
        return Nightsweep.execute(command, new PrintWriter(new StringWriter()), new PrintWriter(err), SweepRuns::new);
    }
}
