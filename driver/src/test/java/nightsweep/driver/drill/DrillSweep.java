package nightsweep.driver.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A sweep over drawn digits for drills, and the tables that must come out of it whatever happened. */
final class DrillSweep {
    private DrillSweep() {}

    /** The sweep file: {@code repeats} of six configurations. */
    static String text(int repeats, int epochs, int examples) {
        return """
                name: drill
                dataset: {name: digits, train: %d, test: 500, validation: 0.1}
                network:
                  - dense: {units: 64, activation: $activation, dropout: 0.2}
                  - dense: {units: 32, activation: $activation}
                  - output: {units: 10, loss: cross-entropy}
                training: {epochs: %d, batch-size: 32, optimizer: $optimizer, learning-rate: 0.01}
                grid:
                  activation: [relu, tanh, sigmoid]
                  optimizer: [sgd, adam]
                repeats: %d
                seed: 11
                """.formatted(examples, epochs, repeats);
    }

    /** Every table of a run and of its trials by path, but that of wall-clock times. */
    static Map<String, String> tables(Path run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("timings.csv"))
                    .forEach(path -> tables.put(run.relativize(path).toString(), read(path)));
        }
        return tables;
    }

    /** The files of trials' outcomes by trial; none where there are none yet. */
    static Map<String, Path> outcomes(Path run) throws IOException {
        Map<String, Path> outcomes = new TreeMap<>();
        Path journal = run.resolve("journal");
        if (Files.exists(journal)) {
            try (Stream<Path> files = Files.walk(journal)) {
                files.filter(path -> path.getFileName().toString().matches("t-[0-9a-f]+\\.json"))
                        .forEach(path ->
                                outcomes.put(path.getFileName().toString().replace(".json", ""), path));
            }
        }
        return outcomes;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
