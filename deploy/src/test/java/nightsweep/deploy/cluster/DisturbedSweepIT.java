package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a standalone cluster whose driver is killed, or whose executors come and go, beside one in one slot. */
@Tag("drill")
class DisturbedSweepIT {
    private static final int TRIALS = 12;

    @TempDir
    private static Path folder;

    private static SparkHome home;
    private static StandaloneCluster cluster;
    private static Path sweep;
    private static Map<String, String> expected;

    @BeforeAll
    static void start() throws Exception {
        home = SparkHome.at(
                Files.createDirectory(folder.resolve("conf")),
                Map.of("spark.decommission.enabled", "true", "spark.executor.decommission.forceKillTimeout", "1s"));
        sweep = TinySweep.writeSlow(folder, 2);
        cluster = StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")));
        cluster.addWorker(1);
        cluster.addWorker(1);
        expected = TinySweep.tables(TinySweep.runInOneSlot(home, folder, sweep));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void goesOnWhereItsKilledDriverWas() throws Exception {
        Path run = folder.resolve("runs/supervised");
        // Room for the driver.
        int third = cluster.addWorker(1);
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
            Set<String> begun = RunFiles.of(run).awaitCheckpoints(1, client);
            List<ProcessHandle> drivers = cluster.drivers();
            assertThat(drivers).as(cluster::driverLogs).hasSize(1);
            LeashedProcess.signal("KILL", drivers.get(0));
            long ended = RunFiles.of(run).ended();

            assertThat(client.await())
                    .as(() -> client.said() + cluster.driverLogs())
                    .isZero();
            assertThat(client.err()).as(cluster::driverLogs).contains("is FINISHED");
            assertThat(ended).as("ended before the kill").isLessThan(TRIALS);
            TinySweep.assertTables(run, expected);
            RunFiles.assertGoneOn(run, begun);
        } finally {
            cluster.worker(third).close();
        }
    }

    @Test
    void givesTheSameTablesWhoeverComesAndGoes() throws Exception {
        Path run = folder.resolve("runs/changing");
        RunFiles files = RunFiles.of(run);
        int leaving = cluster.addWorker(1);
        try (LeashedProcess driver = home.submit(
                "driver",
                folder,
                List.of("--master", cluster.url()),
                "run",
                sweep.toString(),
                "--out",
                run.toString())) {
            Set<String> begun = files.awaitCheckpoints(1, driver);
            LeashedProcess.signal("KILL", cluster.executors(0).get(0));
            int joining = cluster.addWorker(1);
            Patience.until(
                    "an executor that joins",
                    driver::said,
                    () -> !cluster.executors(joining).isEmpty());
            cluster.worker(leaving).signal("PWR");
            long ended = files.ended();

            assertThat(driver.await()).as(driver::said).isZero();
            assertThat(ended).as("ended before the last change").isLessThan(TRIALS);
            assertThat(cluster.worker(leaving).err()).contains("Decommission");
            TinySweep.assertTables(run, expected);
            RunFiles.assertGoneOn(run, begun);
        } finally {
            cluster.worker(leaving).close();
        }
    }

    /** As a supervised driver must be that never ends with 0. */
    @Test
    void isEndedByHand() throws Exception {
        try (LeashedProcess client = home.submit(
                "again-and-again",
                folder,
                List.of("--master", cluster.url(), "--deploy-mode", "cluster", "--supervise"),
                "run",
                folder.resolve("no-such-sweep.yaml").toString(),
                "--out",
                folder.resolve("runs/none").toString())) {
            assertThat(client.await()).as(client::said).isZero();
            Matcher driver = Pattern.compile("driver-\\d+-\\d+").matcher(client.err());
            assertThat(driver.find()).as(client::said).isTrue();
            Patience.until("a second attempt", cluster::driverLogs, () -> refusals() >= 2);

            try (LeashedProcess kill = LeashedProcess.start(
                    "kill",
                    folder,
                    home.environment(),
                    SparkHome.spark("org.apache.spark.deploy.Client", "kill", cluster.url(), driver.group()))) {
                assertThat(kill.await()).as(kill::said).isZero();
            }
            String killed = "Driver " + driver.group() + " was killed by user";
            Patience.until("the end of the driver", cluster::driverLogs, () -> cluster.workerSaid(killed));
        }
    }

    /** How often a driver told that there is no such file. */
    private static long refusals() {
        return cluster.driverLogs()
                .lines()
                .filter(line -> line.contains("no-such-sweep.yaml") && line.contains("nightsweep: "))
                .count();
    }
}
