package nightsweep.driver.refit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.experiments.sweep.Refit;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Winners trained anew, through the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefitIT {
    private static final String SWEEP = """
            name: clouds
            dataset: {csv: {train: %s, label: kind, test-share: 0.2}, validation: 0.25}
            network:
              - dense: {units: 8, activation: $activation, dropout: 0.1}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 4, batch-size: 16, optimizer: adam, learning-rate: 0.02}
            grid: {activation: [tanh, relu]}
            repeats: 2
            seed: 5
            """;

    @TempDir
    private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void runASweep() throws IOException {
        Files.writeString(folder.resolve("points.csv"), points(400));
        Files.writeString(folder.resolve("clouds.yaml"), SWEEP.formatted(folder.resolve("points.csv")));
        int code = command("run", folder.resolve("clouds.yaml").toString(), "--out", run(), "--master", "local[2]");
        assertThat(code).as(err.toString()).isZero();
    }

    @Test
    void trainsOnTrainingAndValidationExamplesTogether() throws Exception {
        int code = command("refit", run());

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        Path file = only(folder.resolve("run/refit"));
        SavedModel model = ModelFile.read(Files.readAllBytes(file), file.toString());
        Refit refit = model.refit().orElseThrow();
        assertThat(List.of(refit.training(), refit.validation(), refit.epochs(), refit.slots()))
                .containsExactly(240, 80, 4, 1);
        assertThat(model.trial().repeat()).isZero();
        assertThat(err.toString())
                .contains("240 training and 80 validation examples together")
                .contains("The test examples had no part in its training, nor in the comparison of configurations.");
    }

    @Test
    void keepsAModelThatEvaluatesToTheSameFigures() throws IOException {
        command("refit", run());
        String told = out.toString();

        int code = command("evaluate", only(folder.resolve("run/refit")).toString());

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        String figures =
                out.toString().replaceFirst("(?s)Loss ([^,]+), accuracy ([^ ]+) on.*", "loss $1, accuracy $2 on");
        assertThat(told).contains("Test " + figures);
    }

    @Test
    void givesTheSameModelEveryTime() throws IOException {
        command(
                "refit",
                run(),
                "--configuration",
                "1",
                "--out",
                folder.resolve("a.zip").toString());
        command(
                "refit",
                run(),
                "--configuration",
                "1",
                "--out",
                folder.resolve("b.zip").toString());

        byte[] first = parameters(folder.resolve("a.zip"));
        assertThat(parameters(folder.resolve("b.zip"))).isEqualTo(first);
    }

    @Test
    void trainsForAsManyEpochsAsItIsTold() throws Exception {
        command(
                "refit",
                run(),
                "--epochs",
                "2",
                "--out",
                folder.resolve("two.zip").toString());
        int best = command(
                "refit",
                run(),
                "--epochs",
                "best",
                "--out",
                folder.resolve("best.zip").toString());

        assertThat(epochs("two.zip")).isEqualTo(2);
        assertThat(best).isEqualTo(ExitCode.DONE.number());
        assertThat(epochs("best.zip")).isBetween(1, 4);
    }

    @Test
    void refusesDataThatHaveChanged() throws IOException {
        Files.writeString(folder.resolve("points.csv"), points(401));

        int code = command("refit", run());

        Files.writeString(folder.resolve("points.csv"), points(400));
        assertThat(code).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(err.toString()).contains("The data have changed since the run");
    }

    @Test
    void saysWhichConfigurationsThereAre() {
        int code = command("refit", run(), "--configuration", "3");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("There is no configuration 3: the run has 1 to 2.");
    }

    private int epochs(String file) throws Exception {
        return ModelFile.read(Files.readAllBytes(folder.resolve(file)), file)
                .refit()
                .orElseThrow()
                .epochs();
    }

    private static byte[] parameters(Path file) throws IOException {
        try {
            return ModelFile.read(Files.readAllBytes(file), file.toString())
                    .trained()
                    .bytes();
        } catch (ModelException e) {
            throw new IOException(e);
        }
    }

    private static Path only(Path place) throws IOException {
        try (var files = Files.list(place)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private String run() {
        return folder.resolve("run").toString();
    }

    private int command(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(arguments, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }

    /** Two overlapping clouds. */
    private static String points(int count) {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("x,y,kind"));
        for (int i = 0; i < count; i++) {
            int kind = i % 2;
            lines.add((random.nextGaussian() + kind) + "," + (random.nextGaussian() - kind) + ","
                    + (kind == 0 ? "a" : "b"));
        }
        return String.join("\n", lines) + "\n";
    }
}
