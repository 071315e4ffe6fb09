package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rungs decide the same on any number of slots, and whenever the driver is killed. */
class StoppingDrillIT {
    private static final String SWEEP = """
            name: stopping
            dataset: {name: digits, train: 1500, test: 300, validation: 0.2}
            network:
              - dense: {units: $units, activation: $activation, dropout: 0.2}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 9, batch-size: 16, optimizer: adam, learning-rate: 0.003}
            grid:
              activation: [relu, tanh, sigmoid]
              units: [8, 16, 32]
            repeats: 2
            seed: 5
            """;

    private static final String RUNGS = SWEEP + "search: {rungs: {first: 1, keep: 1/3}, control: 0.2}\n";
    private static final int TRIALS = 18;
    private static final long SEED = 20261127;

    /** Of all trials together; without a kill it is 18 + 6 x 2 + 2 x 6 and those of the control group. */
    private static final List<Integer> KILLED_AFTER_EPOCHS = List.of(6, 20, 32);

    @TempDir
    private Path folder;

    private Path sweep;
    private DrilledRuns runs;

    @BeforeEach
    void write() throws IOException {
        sweep = Files.writeString(folder.resolve("stopping.yaml"), RUNGS);
        runs = new DrilledRuns(folder, sweep);
    }

    @Test
    @Tag("drill")
    void decidesTheSameOnAnyNumberOfSlots() throws Exception {
        assertThat(runs.start("one", 1).waitFor()).as(runs.said("one")).isZero();
        assertThat(runs.start("seven", 7).waitFor()).as(runs.said("seven")).isZero();

        Map<String, String> whole = DrillSweep.tables(folder.resolve("one"));
        assertThat(DrillSweep.tables(folder.resolve("seven"))).isEqualTo(whole);
        assertThat(decisions("seven")).isEqualTo(decisions("one"));
        assertThat(decisions("one")).contains("\"rung\":1,\"epoch\":1", "\"rung\":2,\"epoch\":3");
        assertThat(whole.get("results.csv").lines().filter(line -> line.contains(",completed,")))
                .hasSizeBetween(2, TRIALS - 1);
        assertThat(whole.get("results.csv").lines().filter(line -> line.contains("stopped at epoch 1 of 9")))
                .isNotEmpty();
        assertThat(leftOf("seven")).as("states of trials under way").isEmpty();
    }

    @Test
    @Tag("drill")
    void decidesTheSameWheneverTheDriverIsKilled() throws Exception {
        assertThat(runs.start("one", 1).waitFor()).as(runs.said("one")).isZero();
        int kills = runs.kill("killed", 2, KILLED_AFTER_EPOCHS, SEED, kill -> {
            if (kill == 1) {
                loseCheckpoints();
            }
        });
        assertThat(kills).as(runs.said("killed")).isPositive();

        assertThat(runs.start("killed", 2).waitFor()).as(runs.said("killed")).isZero();

        Map<String, String> whole = DrillSweep.tables(folder.resolve("one"));
        assertThat(DrillSweep.tables(folder.resolve("killed"))).isEqualTo(whole);
        assertThat(decisions("killed")).isEqualTo(decisions("one"));
        assertThat(runs.said("killed")).doesNotContain("do not follow");
        assertThat(leftOf("killed")).as("states of trials under way").isEmpty();
    }

    @Test
    void trainsWhatGoesOnAsIfItHadNeverPaused() throws Exception {
        assertThat(runs.start("stopped", 2).waitFor()).as(runs.said("stopped")).isZero();
        Files.writeString(sweep, SWEEP);
        assertThat(runs.start("whole", 2).waitFor()).as(runs.said("whole")).isZero();

        List<String> whole = completed("whole");
        assertThat(whole).hasSize(TRIALS);
        assertThat(whole).containsAll(completed("stopped"));

        // The same run directory without rungs: what had stopped is trained to its end.
        assertThat(runs.start("stopped", 2).waitFor()).as(runs.said("stopped")).isZero();
        assertThat(completed("stopped")).containsExactlyInAnyOrderElementsOf(whole);
    }

    private String decisions(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("rungs.jsonl"));
    }

    /** Rows but for their rank, and for whether a trial had fallen behind. */
    private List<String> completed(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("results.csv"))
                .lines()
                .filter(line -> line.contains(",completed,"))
                .map(line -> line.substring(line.indexOf(',')).replaceFirst("control group$", ""))
                .toList();
    }

    private void loseCheckpoints() throws IOException {
        for (Path checkpoint : leftOf("killed")) {
            Files.delete(checkpoint);
        }
    }

    private List<Path> leftOf(String name) throws IOException {
        Path checkpoints = folder.resolve(name).resolve("checkpoints");
        if (!Files.exists(checkpoints)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(path -> path.getFileName().toString().endsWith(".bin"))
                    .toList();
        }
    }
}
