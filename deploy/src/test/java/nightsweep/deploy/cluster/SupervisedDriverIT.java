package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver on a standalone cluster that is killed, and started again by its worker. */
@Tag("drill")
class SupervisedDriverIT {
    @TempDir
    private Path folder;

    @Test
    void goesOnWhereTheKilledOneWas() throws Exception {
        SparkHome home = SparkHome.at(Files.createDirectory(folder.resolve("conf")), Map.of());
        Path sweep = TinySweep.writeSlow(folder);
        Map<String, String> expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
        Path run = folder.resolve("runs/supervised");
        try (StandaloneCluster cluster =
                StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")))) {
            cluster.addWorker(2);
            cluster.addWorker(2);
            try (LeashedProcess client = home.submit(
                    "client",
                    folder,
                    List.of(
                            "--master",
                            cluster.url(),
                            "--deploy-mode",
                            "cluster",
                            "--supervise",
                            "--conf",
                            "spark.standalone.submit.waitAppCompletion=true"),
                    "run",
                    sweep.toString(),
                    "--out",
                    run.toString())) {
                Patience.until(
                        "three trials", () -> client.said() + cluster.driverLogs(), () -> TinySweep.ended(run) >= 3);
                List<ProcessHandle> drivers = cluster.drivers();
                assertThat(drivers).hasSize(1);
                LeashedProcess.signal("KILL", drivers.get(0));
                long endedBefore = TinySweep.ended(run);

                assertThat(client.await())
                        .as(() -> client.said() + cluster.driverLogs())
                        .isZero();
                assertThat(client.err()).as(() -> cluster.driverLogs()).contains("is FINISHED");
                assertThat(endedBefore).as("ended before the kill").isLessThan(12);
                TinySweep.assertTables(run, expected);
                TinySweep.assertGoneOn(run, 60);
            }
        }
    }
}
