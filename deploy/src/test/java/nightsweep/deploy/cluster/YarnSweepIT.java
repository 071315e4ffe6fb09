package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep by {@code spark-submit} on YARN with its run directory on HDFS, beside the same sweep in one slot. */
class YarnSweepIT {
    @TempDir
    private static Path folder;

    private static SparkHome home;
    private static HadoopCluster cluster;
    private static Path sweep;
    private static Map<String, String> expected;

    @BeforeAll
    static void start() throws Exception {
        cluster = HadoopCluster.start(Files.createDirectory(folder.resolve("hadoop")));
        home = cluster.spark(Files.createDirectory(folder.resolve("conf")));
        sweep = TinySweep.write(folder, 2, 3);
        expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void givesTheSameTablesInClientMode() throws Exception {
        String run = cluster.uri("/runs/client");
        try (LeashedProcess driver = submit("client", List.of(), sweep.toString(), run)) {
            assertThat(driver.await()).as(() -> driver.said() + cluster.logs()).isZero();

            TinySweep.assertTables(fetched(run), expected);
            assertThat(driver.out()).contains("tiny: 8 planned = 8 completed");
            assertThat(cluster.lastFinalState()).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void givesTheSameTablesInClusterMode() throws Exception {
        String run = cluster.uri("/runs/cluster");
        try (LeashedProcess client = submit(
                "cluster-mode", List.of("--deploy-mode", "cluster", "--files", sweep.toString()), "tiny.yaml", run)) {
            assertThat(client.await()).as(() -> client.said() + cluster.logs()).isZero();

            TinySweep.assertTables(fetched(run), expected);
            assertThat(client.err()).contains("final status: SUCCEEDED");
            assertThat(cluster.logs()).contains("tiny: 8 planned = 8 completed");
        }
    }

    @Test
    void failsAsAnApplicationWhereTheRunDoes() throws Exception {
        String run = cluster.uri("/runs/failing");
        try (LeashedProcess client =
                submit("failing", List.of("--deploy-mode", "cluster"), "no-such-sweep.yaml", run)) {
            assertThat(client.await()).as(client::said).isNotZero();

            assertThat(client.err()).contains("final status: FAILED");
            assertThat(cluster.logs()).contains("no-such-sweep.yaml");
        }
    }

    private static LeashedProcess submit(String name, List<String> options, String file, String run) throws Exception {
        List<String> all = new ArrayList<>(List.of("--master", "yarn"));
        all.addAll(options);
        return home.submit(name, folder, all, "run", file, "--out", run);
    }

    private static Path fetched(String run) throws Exception {
        Path to = folder.resolve("fetched-" + run.substring(run.lastIndexOf('/') + 1));
        try (FileSystem files = cluster.files()) {
            files.copyToLocalFile(new org.apache.hadoop.fs.Path(run), new org.apache.hadoop.fs.Path(to.toString()));
        }
        return to;
    }
}
