package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that learns proposes the same on any number of slots, and whenever the driver is killed. */
class LearningDrillIT {
    private static final String SWEEP = """
            name: learning
            dataset: {name: digits, train: 300, test: 100, validation: 0.3}
            network:
              - dense: {units: $units, activation: $activation}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 2, batch-size: 16, optimizer: adam, learning-rate: $rate}
            grid:
              activation: [relu, tanh, sigmoid]
              units: {from: 4, to: 64, scale: log}
              rate: {from: 1e-4, to: 1e-1, scale: log}
            repeats: 2
            seed: 5
            """;

    private static final int TRIALS = 18;
    private static final long SEED = 20261127;
    private static final List<Integer> KILLED_AFTER_EPOCHS = List.of(8, 30, 50, 66);

    @TempDir
    private Path folder;

    private Path sweep;
    private DrilledRuns runs;

    @BeforeEach
    void write() throws IOException {
        sweep = folder.resolve("learning.yaml");
        runs = new DrilledRuns(folder, sweep);
        ask("tpe", TRIALS);
    }

    private void ask(String method, int trials) throws IOException {
        Files.writeString(sweep, SWEEP + "search: {method: " + method + ", trials: " + trials + ", window: 3}\n");
    }

    @Test
    @Tag("drill")
    void proposesTheSameOnAnyNumberOfSlots() throws Exception {
        ask("tpe", TRIALS - 4);
        assertThat(runs.start("one", 1).waitFor()).as(runs.said("one")).isZero();
        List<String> first = proposals("one");
        ask("tpe", TRIALS);
        assertThat(runs.start("one", 1).waitFor()).as(runs.said("one")).isZero();
        assertThat(runs.start("seven", 7).waitFor()).as(runs.said("seven")).isZero();

        assertThat(proposals("seven")).hasSize(TRIALS).isEqualTo(proposals("one"));
        assertThat(proposals("one")).startsWith(first.toArray(String[]::new));
        assertThat(first).hasSize(TRIALS - 4);
        assertThat(proposals("one").get(12)).contains("\"made\":\"model\",\"settled\":10");
        assertThat(runs.said("one")).doesNotContain("follow from the outcomes");
        Map<String, String> whole = tables("one");
        assertThat(tables("seven")).isEqualTo(whole);
        assertThat(whole.get("results.csv").lines().filter(line -> line.contains(",completed,")))
                .hasSize(2 * TRIALS);

        // What was proposed stands, whichever searcher goes on.
        ask("gp", TRIALS + 2);
        assertThat(runs.start("seven", 2).waitFor()).as(runs.said("seven")).isZero();
        assertThat(proposals("seven"))
                .hasSize(TRIALS + 2)
                .startsWith(proposals("one").toArray(String[]::new));
        assertThat(runs.said("seven")).contains("do not follow from the outcomes there as they are now");
        ask("gp", TRIALS);
        assertThat(runs.start("seven", 2).waitFor()).isNotZero();
        assertThat(runs.said("seven")).contains("4 of its 40 trials are not in this one", "search.trials");
    }

    @Test
    @Tag("drill")
    void proposesTheSameWheneverTheDriverIsKilled() throws Exception {
        assertThat(runs.start("two", 2).waitFor()).as(runs.said("two")).isZero();
        int kills = runs.kill("killed", 3, KILLED_AFTER_EPOCHS, SEED, kill -> {});
        assertThat(kills).as(runs.said("killed")).isPositive();

        assertThat(runs.start("killed", 3).waitFor()).as(runs.said("killed")).isZero();

        assertThat(proposals("killed")).isEqualTo(proposals("two"));
        assertThat(DrillSweep.tables(folder.resolve("killed"))).isEqualTo(DrillSweep.tables(folder.resolve("two")));
        assertThat(runs.said("killed")).doesNotContain("follow from the outcomes");
    }

    /** Without the folders of single trials: those that were among the best of fewer stay. */
    private Map<String, String> tables(String name) throws IOException {
        Map<String, String> tables = new TreeMap<>(DrillSweep.tables(folder.resolve(name)));
        tables.keySet().removeIf(file -> file.startsWith("trials"));
        return tables;
    }

    private List<String> proposals(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("search.jsonl"));
    }
}
