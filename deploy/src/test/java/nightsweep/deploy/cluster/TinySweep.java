package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A sweep whose trials train in a moment, or in some seconds where that is wanted, and the tables that come of it. */
final class TinySweep {
    private TinySweep() {}

    /** Four configurations over the points of a plane, so many repeats of each. */
    static Path write(Path folder, int repeats, int epochs) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), """
                name: tiny
                dataset: {name: xor, train: 200, test: 100, validation: 0.25, noise: 0.1}
                network:
                  - dense: {units: 8, activation: $activation, dropout: 0.1}
                  - output: {units: 1, loss: binary-cross-entropy}
                training: {epochs: %d, batch-size: 10, optimizer: $optimizer, learning-rate: 0.02}
                grid:
                  activation: [relu, tanh]
                  optimizer: [sgd, adam]
                repeats: %d
                seed: 3
                """.formatted(epochs, repeats));
    }

    /** Six configurations over drawn digits, so many repeats of each; a trial takes some seconds on a quiet machine. */
    static Path writeSlow(Path folder, int repeats) throws IOException {
        return Files.writeString(folder.resolve("slow.yaml"), """
                name: slow
                dataset: {name: digits, train: 3000, test: 200, validation: 0.1}
                network:
                  - dense: {units: 256, activation: $activation, dropout: 0.1}
                  - output: {units: 10, loss: cross-entropy}
                training: {epochs: 60, batch-size: 16, optimizer: $optimizer, learning-rate: 0.003}
                grid:
                  activation: [relu, tanh]
                  optimizer: [sgd, rmsprop, adam]
                repeats: %d
                seed: 5
                """.formatted(repeats));
    }

    /** Runs a sweep where one trial follows another, and returns the run directory. */
    static Path runInOneSlot(SparkHome home, Path folder, Path sweep) throws IOException, InterruptedException {
        Path run = folder.resolve("runs/one-slot");
        try (LeashedProcess driver = home.submit(
                "one-slot",
                folder,
                List.of("--master", "local[1]"),
                "run",
                sweep.toString(),
                "--out",
                run.toString())) {
            assertThat(driver.await()).as(driver::said).isZero();
        }
        return run;
    }

    /** Fails unless all tables of a run are byte for byte those that are expected; says where they part. */
    static void assertTables(Path run, Map<String, String> expected) throws IOException {
        Map<String, String> tables = tables(run);
        assertThat(tables.keySet()).as("tables of " + run).isEqualTo(expected.keySet());
        assertThat(expected).containsKeys("results.csv", "configurations.csv", "classes.csv");
        for (Map.Entry<String, String> table : expected.entrySet()) {
            assertThat(tables.get(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
        }
    }

    /** Every table of a run and of its trials by path, but that of wall-clock times. */
    static Map<String, String> tables(Path run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("timings.csv"))
                    .toList()) {
                tables.put(run.relativize(file).toString(), Files.readString(file));
            }
        }
        return tables;
    }
}
