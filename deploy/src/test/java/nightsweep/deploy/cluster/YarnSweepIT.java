package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep by {@code spark-submit} on YARN with its run directory on HDFS, beside the same sweep in one slot. */
class YarnSweepIT {
    private static final String MASTER = "org.apache.spark.deploy.yarn.ApplicationMaster";

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
        sweep = TinySweep.writeSlow(folder, 1);
        expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** With the sweep file on HDFS. */
    @Test
    void givesTheSameTablesInClientMode() throws Exception {
        String run = cluster.uri("/runs/client");
        String there = cluster.uri("/slow.yaml");
        try (FileSystem files = cluster.files()) {
            files.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(sweep.toString()), new org.apache.hadoop.fs.Path(there));
        }
        List<String> options = List.of(
                "--queue", "default", "--num-executors", "2", "--executor-cores", "1", "--executor-memory", "1g");
        try (LeashedProcess driver = submit("client", options, there, run)) {
            assertThat(driver.await()).as(() -> driver.said() + cluster.logs()).isZero();

            TinySweep.assertTables(fetched(run), expected);
            assertThat(driver.out()).contains("slow: 6 planned = 6 completed");
            assertThat(cluster.lastFinalState()).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void goesOnInClusterModeWhereAKilledApplicationMasterWas() throws Exception {
        String run = cluster.uri("/runs/cluster");
        List<String> options = List.of(
                "--deploy-mode",
                "cluster",
                "--files",
                sweep.toString(),
                "--conf",
                "spark.yarn.maxAppAttempts=4",
                "--conf",
                "spark.yarn.am.attemptFailuresValidityInterval=1h");
        try (LeashedProcess client = submit("cluster-mode", options, "slow.yaml", run);
                FileSystem files = cluster.files()) {
            RunFiles there = new RunFiles(files, new org.apache.hadoop.fs.Path(run));
            Set<String> begun = there.awaitCheckpoints(1, client);
            List<ProcessHandle> masters = cluster.containers(MASTER);
            assertThat(masters).hasSize(1);
            LeashedProcess.signal("KILL", masters.get(0));
            long ended = there.ended();

            assertThat(client.await()).as(() -> client.said() + cluster.logs()).isZero();
            assertThat(ended).as("ended before the kill").isLessThan(6);
            Path fetched = fetched(run);
            TinySweep.assertTables(fetched, expected);
            RunFiles.assertGoneOn(fetched, begun);
            assertThat(client.err()).contains("final status: SUCCEEDED");
            assertThat(cluster.logs()).contains("slow: 6 planned = 6 completed");
        }
    }

    @Test
    void failsAsAnApplicationWhereTheRunDoes() throws Exception {
        String run = cluster.uri("/runs/failing");
        List<String> options = List.of("--deploy-mode", "cluster", "--conf", "spark.yarn.maxAppAttempts=1");
        try (LeashedProcess client = submit("failing", options, "no-such-sweep.yaml", run)) {
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
