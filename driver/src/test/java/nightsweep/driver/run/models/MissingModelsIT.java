package nightsweep.driver.run.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of saved models that are asked for and are not there. */
class MissingModelsIT {
    private static final String SWEEP = """
            name: points
            dataset: {name: circle, train: 100, test: 50, validation: 0.2}
            network:
              - dense: {units: $units, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, optimizer: adam, learning-rate: $rate}
            grid:
              units: [3, 5]
              rate: [0.01, 0.03]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void areMadeAgainAsTheyWere() throws IOException {
        run("all", "--save-models", "all");
        Map<String, byte[]> first = models("all");
        assertThat(first).hasSize(4);
        run("run");
        Map<String, byte[]> best = models("run");
        assertThat(best).hasSize(1);
        String results = Files.readString(folder.resolve("run/results.csv"));
        Map<String, byte[]> outcomes = files("run/journal", ".json");

        run("run", "--save-models", "all");

        assertThat(err.toString())
                .contains("3 models that are asked for are not there: their trials are trained again")
                .containsPattern("(one after another|[0-9]+ at a time)\\. They took (under 1|[0-9]+) s before\\.")
                .contains("Models made again: 3 of 3.");
        assertThat(models("run").keySet()).isEqualTo(first.keySet());
        assertThat(Files.readString(folder.resolve("run/results.csv"))).isEqualTo(results);
        assertThat(files("run/journal", ".json")).usingRecursiveComparison().isEqualTo(outcomes);

        String id = best.keySet().iterator().next();
        Path model = folder.resolve("run/trials/" + id + "/model.zip");
        byte[] whole = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(whole, whole.length / 2));
        Files.delete(models("run").keySet().stream()
                .filter(one -> !one.equals(id))
                .findFirst()
                .map(one -> folder.resolve("run/trials/" + one + "/model.zip"))
                .orElseThrow());

        assertThat(command("best", folder.resolve("run").toString())).isZero();
        assertThat(err.toString()).contains("Cannot read model trials/" + id + "/model.zip: ");
        assertThat(out.toString()).contains("model: none that can be used").doesNotContain("model.zip");

        run("run", "--save-models", "all");

        assertThat(err.toString()).contains("Models made again: 2 of 2.");
        assertThat(models("run").keySet()).isEqualTo(first.keySet());
        assertThat(Files.readAllBytes(model)).isEqualTo(whole);

        run("run", "--save-models", "all");

        assertThat(err.toString()).doesNotContain("again");
    }

    private void run(String name, String... more) throws IOException {
        Files.writeString(folder.resolve("points.yaml"), SWEEP);
        int code = command(Stream.concat(
                        Stream.of(
                                "run",
                                folder.resolve("points.yaml").toString(),
                                "--out",
                                folder.resolve(name).toString(),
                                "--master",
                                "local[2]"),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
    }

    /** By trial. */
    private Map<String, byte[]> models(String run) throws IOException {
        Map<String, byte[]> models = new LinkedHashMap<>();
        files(run + "/trials", "model.zip")
                .forEach((name, bytes) -> models.put(
                        String.valueOf(Path.of(name).getName(Path.of(name).getNameCount() - 2)), bytes));
        return models;
    }

    private Map<String, byte[]> files(String within, String ending) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(within))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(ending)) {
                    found.put(file.toString(), Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    private int command(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(arguments, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }
}
