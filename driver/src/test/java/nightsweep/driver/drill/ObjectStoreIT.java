package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweep, data and run directory in a bucket of S3 that asks now and then to slow down; the driver is killed once. */
@Tag("drill")
class ObjectStoreIT {
    private static final String SETTING = "spark.hadoop.";
    private static final int ONE_IN = 40;
    private static final int TRIALS = 12;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private S3Server server;

    @BeforeEach
    void serve() throws IOException {
        server = new S3Server(ONE_IN);
        server.settings().forEach((name, value) -> System.setProperty(SETTING + name, value));
    }

    @AfterEach
    void close() throws IOException {
        // Hadoop keeps a client a bucket, and the next server listens elsewhere.
        FileSystem.closeAll();
        server.settings().keySet().forEach(name -> System.clearProperty(SETTING + name));
        server.close();
    }

    @Test
    void givesTheTablesOfALocalRunAfterAKill() throws Exception {
        String sweep = DrillSweep.text(2, 6, 1_000);
        Path file = Files.writeString(folder.resolve("drill.yaml"), sweep);
        server.put("sweeps/drill.yaml", sweep.getBytes(StandardCharsets.UTF_8));
        assertThat(command(
                        "run", file.toString(), "--out", folder.resolve("whole").toString(), "--master", "local[2]"))
                .as(err.toString())
                .isZero();
        String out = server.bucket() + "/nights/one";
        Process driver = DriverProcess.start(
                folder.resolve("log"),
                "run",
                server.bucket() + "/sweeps/drill.yaml",
                "--out",
                out,
                "--master",
                "local[2]");
        while (outcomes() < 2 && driver.isAlive()) {
            Thread.sleep(20);
        }
        driver.destroyForcibly().waitFor();
        int kept = outcomes();

        int code = command("run", server.bucket() + "/sweeps/drill.yaml", "--out", out, "--master", "local[2]");

        assertThat(code).as(err + Files.readString(folder.resolve("log"))).isEqualTo(ExitCode.DONE.number());
        assertThat(kept).as(Files.readString(folder.resolve("log"))).isBetween(2, TRIALS - 1);
        assertThat(tables()).isEqualTo(DrillSweep.tables(folder.resolve("whole")));
        assertThat(server.objects("nights/one/journal/")).hasSize(2 * TRIALS);
        assertThat(left("nights/one/running/")).isEmpty();
        assertThat(left("nights/one/checkpoints/")).isEmpty();
        assertThat(left("nights/one/networks/")).isEmpty();
        assertThat(command("status", out)).as(err.toString()).isZero();
        assertThat(command("best", out)).as(err.toString()).isZero();
        System.out.printf(
                "object store drill: %d of %d trials kept at the kill; requests %s%n", kept, TRIALS, server.counts());
    }

    @Test
    void letsOneOfTwoDriversThatBeginTogetherWork() throws Exception {
        server.put("sweeps/drill.yaml", DrillSweep.text(2, 6, 1_000).getBytes(StandardCharsets.UTF_8));
        String[] command = {
            "run",
            server.bucket() + "/sweeps/drill.yaml",
            "--out",
            server.bucket() + "/nights/one",
            "--master",
            "local[1]"
        };

        Process first = DriverProcess.start(folder.resolve("first"), command);
        Process second = DriverProcess.start(folder.resolve("second"), command);

        List<Integer> codes =
                Stream.of(first.waitFor(), second.waitFor()).sorted().toList();
        String logs = Files.readString(folder.resolve("first")) + Files.readString(folder.resolve("second"));
        assertThat(codes).as(logs).containsExactly(ExitCode.DONE.number(), ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(logs).contains("another run is at work there");
        assertThat(outcomes()).isEqualTo(TRIALS);
    }

    @Test
    void saysOfRowsInABucketWhatThePlainCommandsSay() throws Exception {
        Configuration hadoop = new Configuration();
        server.settings().forEach(hadoop::set);
        try (FileSystem store = FileSystem.newInstance(URI.create(server.bucket()), hadoop)) {
            new SpreadRows(store, server.bucket() + "/rows").sayWhatThePlainCommandsSay();
        }
    }

    /** Names of the files in a folder; the client may leave an empty object in the place of the folder itself. */
    private Set<String> left(String under) {
        Set<String> names = new TreeSet<>(server.objects(under).keySet());
        names.remove("");
        return names;
    }

    private int outcomes() {
        return (int) server.objects("nights/one/journal/").keySet().stream()
                .filter(name -> name.endsWith(".json"))
                .count();
    }

    /** Every table of the run, as {@link DrillSweep#tables} has those of a local one. */
    private Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        server.objects("nights/one/").forEach((name, bytes) -> {
            if (name.endsWith(".csv") && !name.endsWith("timings.csv")) {
                tables.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return tables;
    }

    private int command(String... arguments) {
        return Nightsweep.execute(
                arguments, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), SweepRuns::new);
    }
}
