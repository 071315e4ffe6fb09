package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose configurations are drawn from ranges, run as a whole. */
class SearchedSweepIT {
    private static final String SWEEP = """
            name: drawn
            dataset: {name: circle, train: 100, test: 50, validation: 0.2}
            network:
              - dense: {units: $units, activation: $activation}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, optimizer: adam, learning-rate: $rate}
            grid:
              activation: [relu, tanh]
              units: {from: 3, to: 30, scale: log}
              rate: {from: 1e-3, to: 1e-1, scale: log}
            search: {method: random, trials: %d}
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void comeToTheSameOnAnyNumberOfSlotsAndGrow() throws IOException {
        run("one", 6, "local[1]");
        run("two", 12, "local[2]");
        assertThat(err.toString()).doesNotContain("trials ended before");

        run("one", 12, "local[2]");

        assertThat(err.toString()).contains("6 trials ended before; 6 still to be run.");
        assertThat(tables("one")).isEqualTo(tables("two"));
        assertThat(tables("one").getOrDefault("axis-rate.csv", ""))
                .contains("\nfrom 0.001,")
                .contains("\nfrom 0.03162,");
        assertThat(tables("one").getOrDefault("results.csv", "").lines()).hasSize(13);
    }

    private Map<String, String> tables(String run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(run))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv") && !name.equals("timings.csv")) {
                    tables.put(name, Files.readString(file));
                }
            }
        }
        return tables;
    }

    private void run(String name, int trials, String master) throws IOException {
        Path sweep = Files.writeString(folder.resolve("drawn.yaml"), SWEEP.formatted(trials));
        err.getBuffer().setLength(0);
        List<String> command = List.of(
                "run",
                sweep.toString(),
                "--master",
                master,
                "--out",
                folder.resolve(name).toString());
        int code = Nightsweep.execute(
                command.toArray(String[]::new),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                SweepRuns::new);
        assertThat(code).as(err.toString()).isZero();
    }
}
