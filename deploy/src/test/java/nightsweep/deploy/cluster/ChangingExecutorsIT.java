package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of which an executor is killed, one joins and one is decommissioned. */
@Tag("drill")
class ChangingExecutorsIT {
    @TempDir
    private Path folder;

    @Test
    void givesTheSameTablesWhoeverComesAndGoes() throws Exception {
        SparkHome home = SparkHome.at(
                Files.createDirectory(folder.resolve("conf")), Map.of("spark.decommission.enabled", "true"));
        Path sweep = TinySweep.writeSlow(folder);
        Map<String, String> expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
        Path run = folder.resolve("runs/changing");
        try (StandaloneCluster cluster =
                StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")))) {
            int first = cluster.addWorker(1);
            int second = cluster.addWorker(1);
            try (LeashedProcess driver = home.submit(
                    "driver",
                    folder,
                    List.of("--master", cluster.url()),
                    "run",
                    sweep.toString(),
                    "--out",
                    run.toString())) {
                awaitEnded(2, run, driver);
                LeashedProcess.signal("KILL", cluster.executors(first).get(0));
                awaitEnded(4, run, driver);
                int third = cluster.addWorker(1);
                Patience.until(
                        "an executor that joins",
                        driver::said,
                        () -> !cluster.executors(third).isEmpty());
                cluster.worker(second).signal("PWR");
                long ended = TinySweep.ended(run);

                assertThat(driver.await()).as(driver::said).isZero();
                assertThat(ended).as("ended before the last change").isLessThan(12);
                TinySweep.assertTables(run, expected);
                TinySweep.assertGoneOn(run, 60);
            }
        }
    }

    private static void awaitEnded(int trials, Path run, LeashedProcess driver) throws InterruptedException {
        Patience.until(trials + " trials", driver::said, () -> TinySweep.ended(run) >= trials);
    }
}
