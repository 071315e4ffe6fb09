package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of sweeps whose configurations are drawn from ranges. */
class SearchRunsIT {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void comeToTheSameOnAnyNumberOfSlots() throws IOException {
        write("sobol", 8, 1);

        run("one", "local[1]");
        run("two", "local[2]");

        assertThat(tables("one")).containsKeys("results.csv", "axis-rate.csv").isEqualTo(tables("two"));
        assertThat(text(folder.resolve("one/summary.json")))
                .contains("was picked as the best of 8 that the search tried, by its validation accuracy of")
                .contains("Its test accuracy, by which nothing was picked, is");
    }

    @Test
    void keepWhatWasTrainedWhereMoreTrialsAreAskedFor() throws IOException {
        write("random", 8, 1);
        run("grown", "local[2]");
        Map<String, String> before = outcomes("grown");
        write("random", 16, 1);

        run("grown", "local[2]");
        run("whole", "local[2]");

        assertThat(before).hasSize(8);
        assertThat(outcomes("grown")).hasSize(16).containsAllEntriesOf(before);
        assertThat(err.toString()).contains("8 trials ended before; 8 still to be run.");
        assertThat(tables("grown")).isEqualTo(tables("whole"));
    }

    @Test
    void learnFromTrialsThatPauseAndTrainFinalistsTheSameOnAnyNumberOfSlots() throws IOException {
        write("tpe, window: 4, rungs: {first: 1, keep: 1/3}, finalists: 2, most-repeats: 4", 27, 3);

        run("one", "local[1]");
        run("two", "local[2]");

        Map<String, String> decided = files("one", "(search|rungs|finals)\\.jsonl", "");
        assertThat(decided).hasSize(3).isEqualTo(files("two", "(search|rungs|finals)\\.jsonl", ""));
        String proposed = Objects.requireNonNull(decided.get("search.jsonl"));
        assertThat(proposed.lines()).hasSize(27);
        assertThat(proposed).contains("\"made\":\"model\",\"settled\":12,\"epoch\":1");
        assertThat(tables("one")).isEqualTo(tables("two"));
        assertThat(tables("one").get("results.csv")).contains("stopped at epoch 1 of 2");
        assertThat(tables("one").get("comparisons.csv")).contains("no finalist");
        assertThat(decided.get("finals.jsonl")).startsWith("{\"compared\":27,\"finalists\":2,\"repeats\":3,");
        assertThat(execute("replay", place("one"), "--check"))
                .as(err.toString())
                .isZero();

        Files.writeString(Path.of(place("one"), "search.jsonl"), proposed.replaceFirst("\"sgd\"", "\"adam\""));

        assertThat(execute("replay", place("one"), "--check")).isEqualTo(11);
    }

    private void write(String method, int trials, int repeats) throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), """
                        name: search-runs
                        dataset: {name: circle, train: 60, test: 60, validation: 0.3}
                        network:
                          - dense: {units: $units, activation: tanh}
                          - output: {units: 1, activation: tanh, loss: squared-error}
                        training: {epochs: 2, batch-size: 10, optimizer: $optimizer, learning-rate: $rate}
                        grid:
                          optimizer: [sgd, adam]
                          units: {from: 2, to: 64, scale: log}
                          rate: {from: 1e-4, to: 1e-1, scale: log}
                        search: {method: %s, trials: %d}
                        repeats: %d
                        """.formatted(method, trials, repeats));
    }

    private void run(String run, String master) {
        int code = execute("run", folder.resolve("sweep.yaml").toString(), "--out", place(run), "--master", master);
        assertThat(code).as(err.toString()).isZero();
    }

    private int execute(String... arguments) {
        return Nightsweep.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), SweepRuns::new);
    }

    private String place(String run) {
        return folder.resolve(run).toString();
    }

    /** Every table but that of wall-clock times. */
    private Map<String, String> tables(String run) throws IOException {
        return files(run, ".*\\.csv", "timings.csv");
    }

    private Map<String, String> outcomes(String run) throws IOException {
        return files(run, "t-[0-9a-f]+\\.json", "");
    }

    private Map<String, String> files(String run, String name, String but) throws IOException {
        Path place = folder.resolve(run);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            files.filter(path -> path.getFileName().toString().matches(name))
                    .filter(path -> !path.getFileName().toString().equals(but))
                    .forEach(path -> texts.put(place.relativize(path).toString(), text(path)));
        }
        return texts;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
