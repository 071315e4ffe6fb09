package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep by {@code spark-submit} on a standalone cluster of two workers, beside the same sweep in one slot. */
class StandaloneSweepIT {
    @TempDir
    private static Path folder;

    private static SparkHome home;
    private static StandaloneCluster cluster;
    private static Path sweep;
    private static Map<String, String> expected;

    @BeforeAll
    static void start() throws Exception {
        home = SparkHome.at(Files.createDirectory(folder.resolve("conf")), Map.of());
        sweep = TinySweep.write(folder, 2, 3);
        cluster = StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")));
        cluster.addWorker(2);
        cluster.addWorker(2);
        expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void givesTheSameTablesInClientMode() throws Exception {
        Path run = folder.resolve("runs/client");
        try (LeashedProcess driver = home.submit(
                "client",
                folder,
                List.of("--master", cluster.url()),
                "run",
                sweep.toString(),
                "--out",
                run.toString())) {
            assertThat(driver.await()).as(driver::said).isZero();

            TinySweep.assertTables(run, expected);
            assertThat(driver.out()).contains("tiny: 8 planned = 8 completed");
            assertThat(driver.err()).as("lines of Spark's own").doesNotContain(" INFO ");
        }
    }

    @Test
    void givesTheSameTablesInClusterMode() throws Exception {
        Path run = folder.resolve("runs/cluster");
        try (LeashedProcess client = home.submit(
                "cluster-mode",
                folder,
                List.of(
                        "--master",
                        cluster.url(),
                        "--deploy-mode",
                        "cluster",
                        "--conf",
                        "spark.standalone.submit.waitAppCompletion=true"),
                "run",
                sweep.toString(),
                "--out",
                run.toString())) {
            assertThat(client.await())
                    .as(() -> client.said() + cluster.driverLogs())
                    .isZero();

            TinySweep.assertTables(run, expected);
            assertThat(cluster.driverLogs()).contains("tiny: 8 planned = 8 completed");
        }
    }
}
