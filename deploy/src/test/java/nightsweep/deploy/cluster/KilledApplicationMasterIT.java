package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver in a YARN application master that is killed, and started again by YARN. */
@Tag("drill")
class KilledApplicationMasterIT {
    private static final String MASTER = "org.apache.spark.deploy.yarn.ApplicationMaster";

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereTheKilledOneWas() throws Exception {
        try (HadoopCluster cluster = HadoopCluster.start(Files.createDirectory(folder.resolve("hadoop")))) {
            SparkHome home = cluster.spark(Files.createDirectory(folder.resolve("conf")));
            Path sweep = TinySweep.writeSlow(folder);
            Map<String, String> expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
            String run = cluster.uri("/runs/killed");
            try (LeashedProcess client = home.submit(
                    "client",
                    folder,
                    List.of("--master", "yarn", "--deploy-mode", "cluster", "--files", sweep.toString()),
                    "run",
                    "slow.yaml",
                    "--out",
                    run)) {
                Patience.until("three trials", () -> client.said() + cluster.logs(), () -> ended(cluster, run) >= 3);
                List<ProcessHandle> masters = cluster.containers(MASTER);
                assertThat(masters).hasSize(1);
                LeashedProcess.signal("KILL", masters.get(0));
                long endedBefore = ended(cluster, run);

                assertThat(client.await())
                        .as(() -> client.said() + cluster.logs())
                        .isZero();
                assertThat(endedBefore).as("ended before the kill").isLessThan(12);
                Path fetched = folder.resolve("fetched");
                try (FileSystem files = cluster.files()) {
                    files.copyToLocalFile(
                            new org.apache.hadoop.fs.Path(run), new org.apache.hadoop.fs.Path(fetched.toString()));
                }
                TinySweep.assertTables(fetched, expected);
                TinySweep.assertGoneOn(fetched, 60);
                assertThat(cluster.lastFinalState()).isEqualTo("SUCCEEDED");
            }
        }
    }

    private static long ended(HadoopCluster cluster, String run) throws java.io.IOException {
        try (FileSystem files = cluster.files()) {
            org.apache.hadoop.fs.FileStatus[] found =
                    files.globStatus(new org.apache.hadoop.fs.Path(run + "/journal/*/t-*.json"));
            return found == null ? 0 : found.length;
        }
    }
}
