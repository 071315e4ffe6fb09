package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver killed by SIGKILL at random moments of its work, and the same command given again each time. */
@Tag("drill")
class KillDrillIT {
    private static final int KILLS = 20;
    private static final long SEED = 20261121;
    private static final int REPEATS = 4;
    private static final int TRIALS = 6 * REPEATS;
    private static final int EPOCHS = 16;
    /** Of all trials together, after which a driver is killed at the latest: so there is work left for the last kill. */
    private static final int MOST_EPOCHS = 16;

    private static final int MOST_DELAY_MILLIS = 200;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        Path sweep = Files.writeString(folder.resolve("drill.yaml"), DrillSweep.text(REPEATS, EPOCHS, 6_000));
        assertThat(run(sweep, "whole").waitFor()).as(said("whole")).isZero();
        DrillLog log = new DrillLog(folder.resolve("killed/logs/driver.log"));
        Map<String, String> kept = new TreeMap<>();
        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process driver = run(sweep, "killed");
            int epochs = log.epochs() + 1 + random.nextInt(MOST_EPOCHS);
            while (driver.isAlive() && log.epochs() < epochs) {
                Thread.sleep(50);
            }
            Thread.sleep(random.nextInt(MOST_DELAY_MILLIS));
            assertThat(driver.isAlive()).as(said("killed")).isTrue();
            driver.destroyForcibly().waitFor();

            assertThat(outcomesOf(kept.keySet())).as("after kill %d", kill).isEqualTo(kept);
            kept.putAll(outcomes());
        }
        int keptBefore = kept.size();

        assertThat(run(sweep, "killed").waitFor()).as(said("killed")).isZero();

        System.out.printf(
                "kill drill: %d kills, %d trials of %d epochs, of which %d had ended at the last kill; %d times a trial"
                        + " went on from a checkpoint, %d times one began anew; %d epochs repeated, besides the %,d%n",
                KILLS,
                TRIALS,
                EPOCHS,
                keptBefore,
                log.resumed(),
                log.begun() - TRIALS,
                log.repeated(),
                TRIALS * EPOCHS);
        assertThat(outcomesOf(kept.keySet())).isEqualTo(kept);
        Map<String, String> killed = DrillSweep.tables(folder.resolve("killed"));
        assertThat(killed).isEqualTo(DrillSweep.tables(folder.resolve("whole")));
        assertThat(killed).containsKeys("results.csv", "configurations.csv", "classes.csv");
        assertThat(killed.keySet())
                .filteredOn(name -> name.endsWith("confusion.csv"))
                .hasSize(TRIALS);
        List<String> ids = killed.get("results.csv")
                .lines()
                .flatMap(line -> Stream.of(line.split(",")))
                .filter(cell -> cell.matches("t-[0-9a-f]{12}"))
                .toList();
        assertThat(ids).hasSize(TRIALS).doesNotHaveDuplicates();
        assertThat(log.resumed()).as("trials that went on from a checkpoint").isPositive();
        assertThat(keptBefore).as("trials that had ended at the last kill").isBetween(1, TRIALS - 1);
    }

    private Process run(Path sweep, String name) throws IOException {
        return DriverProcess.start(
                folder.resolve(name + ".log"),
                "run",
                sweep.toString(),
                "--out",
                folder.resolve(name).toString(),
                "--master",
                "local[2]");
    }

    private String said(String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Map<String, String> outcomesOf(Set<String> trials) throws IOException {
        Map<String, String> outcomes = outcomes();
        outcomes.keySet().retainAll(trials);
        return outcomes;
    }

    /** The outcome files of the trials that have ended, by trial. */
    private Map<String, String> outcomes() throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (Map.Entry<String, Path> one :
                DrillSweep.outcomes(folder.resolve("killed")).entrySet()) {
            outcomes.put(one.getKey(), Files.readString(one.getValue()));
        }
        return outcomes;
    }
}
