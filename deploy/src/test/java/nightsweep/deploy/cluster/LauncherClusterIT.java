package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's launcher on a standalone cluster whose Spark is another than the distribution's own. */
class LauncherClusterIT {
    @TempDir
    private static Path folder;

    private static StandaloneCluster cluster;
    private static Path sweep;

    @BeforeAll
    static void start() throws Exception {
        SparkHome home = SparkHome.at(Files.createDirectory(folder.resolve("conf")), Map.of());
        sweep = TinySweep.write(folder, 1, 2);
        cluster = StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")));
        cluster.addWorker(2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void runsASweepAndSpreadsItsRefitAndAnswersOverExecutors() throws Exception {
        Path run = folder.resolve("client");
        List<String> asked = List.of(
                "--master", cluster.url(), "--total-executor-cores", "2", "--conf", "spark.executor.memory=600m");
        try (LeashedProcess driver = launch("client", asked, "run", sweep.toString(), "--out", run.toString())) {
            cluster.awaitExecutors(1);
            assertThat(cluster.executors())
                    .extracting(LeashedProcess::commandLine)
                    .allMatch(line -> line.contains("-Xmx600M"));
            assertThat(driver.await()).as(driver::said).isZero();

            assertThat(driver.out()).contains("tiny: 4 planned = 4 completed");
        }
        try (LeashedProcess driver = launch("refit", asked, "refit", run.toString(), "--spread", "2")) {
            assertThat(driver.await()).as(driver::said).isZero();
        }
        assertThat(models(run.resolve("refit"))).hasSize(1);
        String model = models(run.resolve("refit")).get(0).toString();
        Path answers = folder.resolve("answers.parquet");
        try (LeashedProcess driver = launch(
                "predict", asked, "predict", model, points().toString(), "--spread", "--to", answers.toString())) {
            assertThat(driver.await()).as(driver::said).isZero();

            assertThat(driver.out()).contains("20 examples in 1 parts");
        }
        assertThat(Files.readString(answers.resolve("part-00000.parquet"), StandardCharsets.ISO_8859_1))
                .startsWith("PAR1")
                .endsWith("PAR1");
    }

    private static Path points() throws IOException {
        MessageType columns =
                MessageTypeParser.parseMessageType("message points { required double x; required double y; }");
        Path points = folder.resolve("points.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(points.toUri()))
                .withType(columns)
                .build()) {
            for (int i = 0; i < 20; i++) {
                writer.write(new SimpleGroupFactory(columns)
                        .newGroup()
                        .append("x", i - 10.0)
                        .append("y", 1.0));
            }
        }
        return points;
    }

    @Test
    void startsADriverOnTheCluster() throws Exception {
        Path run = folder.resolve("cluster-mode");
        List<String> asked = List.of(
                "--master=" + cluster.url(),
                "--deploy-mode=cluster",
                "--executor-memory=600m",
                "--driver-memory=600m",
                "--conf",
                "spark.standalone.submit.waitAppCompletion=true");
        try (LeashedProcess client = launch("submission", asked, "run", sweep.toString(), "--out", run.toString())) {
            assertThat(client.await())
                    .as(() -> client.said() + cluster.driverLogs())
                    .isZero();
        }
        assertThat(cluster.driverLogs()).contains("tiny: 4 planned = 4 completed");
        assertThat(run.resolve("results.csv")).exists();
    }

    private static LeashedProcess launch(String name, List<String> options, String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of("target/nightsweep/bin/nightsweep").toAbsolutePath().toString()));
        words.addAll(List.of(command));
        words.addAll(options);
        return LeashedProcess.start(name, folder, Map.of("SPARK_LOCAL_IP", "127.0.0.1"), words);
    }

    private static List<Path> models(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }
}
