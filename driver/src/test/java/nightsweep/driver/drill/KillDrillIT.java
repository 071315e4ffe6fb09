package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nightsweep.experiments.format.ProgressFile;
import nightsweep.experiments.progress.RunningTrial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver killed by SIGKILL at random moments, and the same command given again each time. */
@Tag("drill")
class KillDrillIT {
    private static final int KILLS = 20;
    private static final long SEED = 20261121;
    private static final int EARLIEST_MILLIS = 2_000;
    private static final int LATEST_MILLIS = 10_000;
    private static final int REPEATS = 8;
    private static final int TRIALS = 6 * REPEATS;

    @TempDir
    private Path folder;

    private final Set<String> interrupted = new LinkedHashSet<>();
    /** Attempts that a kill ended: what they left stays until their trial is run again. */
    private final Set<String> noted = new LinkedHashSet<>();

    private int resumed;
    private int epochsRepeated;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        Path sweep = Files.writeString(folder.resolve("drill.yaml"), DrillSweep.text(REPEATS, 12, 8_000));
        assertThat(run(sweep, "whole").waitFor()).as(said("whole")).isZero();
        Random random = new Random(SEED);
        int kills = 0;
        int endedBefore = 0;
        while (kills < KILLS) {
            Process driver = run(sweep, "killed");
            int after = EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS);
            if (driver.waitFor(after, TimeUnit.MILLISECONDS)) {
                assertThat(driver.exitValue()).as(said("killed")).isZero();
                // Everything has ended: from here on, what is killed is a driver that makes its tables again.
                assertThat(++endedBefore).as("kills that came too late").isLessThan(KILLS);
            } else {
                driver.destroyForcibly().waitFor();
                kills++;
                note();
            }
        }

        assertThat(run(sweep, "killed").waitFor()).as(said("killed")).isZero();

        System.out.printf(
                "kill drill: %d kills, %d trials, %d resumed (%d of them different), at most %d epochs repeated,"
                        + " %d runs ended before their kill%n",
                kills, TRIALS, resumed, interrupted.size(), epochsRepeated, endedBefore);
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
        assertThat(resumed).as("trials that a kill interrupted").isPositive();
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

    /** Counts the trials that were under way, as far as their workers had told of them: trials older than a second. */
    private void note() throws IOException {
        Path trials = folder.resolve("killed/trials");
        if (!Files.exists(trials)) {
            return;
        }
        try (Stream<Path> found = Files.list(trials)) {
            for (Path trial : found.toList()) {
                Path file = trial.resolve("running.json");
                if (Files.exists(file) && !Files.exists(trial.resolve("outcome.json"))) {
                    ProgressFile.runningTrial(Files.readString(file)).ifPresent(this::note);
                }
            }
        }
    }

    private void note(RunningTrial running) {
        if (noted.add(running.id() + " " + running.startedMillis())) {
            resumed++;
            interrupted.add(running.id().text());
            epochsRepeated += running.epoch();
        }
    }
}
