package nightsweep.driver.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.experiments.json.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is made, and trials of it are made anew in another way. */
class VerificationIT {
    private static final String SWEEP = """
            name: planes
            dataset: {name: xor, train: 200, test: 100, validation: 0.2}
            network:
              - dense: {units: 6, activation: $activation, dropout: 0.1}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 3, batch-size: 10, optimizer: adam, learning-rate: $rate}
            grid:
              activation: [tanh, relu]
              rate: [0.03, 0.1]
            repeats: 2
            seed: 3
            """;

    private static final String DIVERGING = """
            name: diverging
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: 8, activation: relu}
              - output: {units: 1, loss: squared-error, activation: identity}
            training: {epochs: 5, batch-size: 10, optimizer: sgd, learning-rate: 1e6}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysThatBitsAreTheSameAndWhichAreNot() throws IOException {
        Path sweep = Files.writeString(folder.resolve("planes.yaml"), SWEEP);
        Path run = folder.resolve("run");
        execute("run", sweep.toString(), "--master", "local[1]", "--out", run.toString());
        Map<String, String> before = content(run);

        int same = execute("verify", run.toString(), "--trials", "100", "--seed", "1");

        assertThat(same).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString())
                .contains("same       trial 1 (", "has the same bits")
                .doesNotContain("different ");
        assertThat(content(run)).isEqualTo(before);

        Path outcome = outcome(run, 1);
        String text = Files.readString(outcome);
        int at = text.indexOf("\"train-loss\" : ") + "\"train-loss\" : ".length();
        String altered = text.substring(0, at) + "0.25" + text.substring(text.indexOf(',', at));
        String unsealed = altered.substring(0, altered.lastIndexOf(",\n  \"checksum\"")) + "\n}\n";
        Files.writeString(outcome, Seal.sealed(unsealed));

        int differs = execute("verify", run.toString(), "--trial", "1", "--trial", "2");

        assertThat(differs).as(err.toString()).isEqualTo(ExitCode.DIFFERENT.number());
        assertThat(out.toString())
                .contains("different  trial 1 (", ": 1 of ", "epochs.1.train-loss: 0.25 in the run, ")
                .contains("same       trial 2 (", "Not the same: 1 of 2 trials");
    }

    @Test
    void saysWhatCannotBeVerified() throws IOException {
        Path sweep = Files.writeString(folder.resolve("diverging.yaml"), DIVERGING);
        Path run = folder.resolve("run");
        execute("run", sweep.toString(), "--master", "local[1]", "--out", run.toString());

        assertThat(execute("verify", run.toString(), "--trial", "99")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("There is no trial 99 in ");
        assertThat(execute("verify", run.toString(), "--trial", "1")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("Trial 1 (", "it has diverged, and only completed trials have figures.");
        assertThat(execute("verify", folder.toString())).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
    }

    private static Path outcome(Path run, int trial) throws IOException {
        String id = Files.readAllLines(run.resolve("results.csv")).stream()
                .filter(line -> line.split(",", -1)[1].equals(Integer.toString(trial)))
                .map(line -> line.split(",", -1)[2])
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.walk(run.resolve("journal"))) {
            return files.filter(file -> file.getFileName().toString().equals(id + ".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, String> content(Path run) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    content.put(
                            run.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return content;
    }

    private int execute(String... command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(command, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }
}
