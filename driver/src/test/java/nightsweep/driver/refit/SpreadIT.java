package nightsweep.driver.refit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winners trained by several slots at once, through the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpreadIT {
    private static final String SWEEP = """
            name: small-digits
            dataset: {name: digits, validation: 0.1, train-limit: 600, test-limit: 200}
            network:
              - dense: {units: 16, activation: relu, dropout: $dropout}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 2, batch-size: $batch, optimizer: $optimizer, learning-rate: $rate}
            grid:
              optimizer: [adam, sgd]
              rate: [0.01, {initial: 0.01, schedule: {exponential: {factor: 0.99}}, unit: step}]
              batch: [20, 40]
              dropout: [0.1, 0]
            only:
              - {optimizer: adam, rate: 0.01, batch: 20, dropout: 0.1}
              - {optimizer: adam, rate: {initial: 0.01, schedule: {exponential: {factor: 0.99}}, unit: step}, batch: 20, dropout: 0.1}
              - {optimizer: sgd, rate: 0.01, batch: 20, dropout: 0}
              - {optimizer: sgd, rate: 0.01, batch: 40, dropout: 0}
            seed: 9
            """;

    @TempDir
    private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void runASweep() throws IOException {
        Files.writeString(folder.resolve("digits.yaml"), SWEEP);
        int code = command("run", folder.resolve("digits.yaml").toString(), "--out", run(), "--master", "local[2]");
        assertThat(code).as(err.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2,local[2],local[1]", "3,local[3],local[2]"})
    void givesTheSameBytesOnAnyCores(int slots, String master, String other) throws Exception {
        SavedModel first = spread(slots, master, "first-" + slots + ".zip");
        SavedModel second = spread(slots, other, "second-" + slots + ".zip");

        assertThat(second.trained().bytes()).isEqualTo(first.trained().bytes());
        assertThat(first.refit().orElseThrow().slots()).isEqualTo(slots);
    }

    @Test
    void isTestedAsItIsEvaluated() throws Exception {
        spread(2, "local[2]", "model.zip");
        String told = out.toString();

        command("evaluate", folder.resolve("model.zip").toString());

        String accuracy = told.replaceFirst("(?s).*?accuracy ([0-9.]+) on.*", "$1");
        // Twice what guessing among ten classes gives: it has seen each example twice.
        assertThat(Double.parseDouble(accuracy)).isGreaterThan(0.2);
        assertThat(out.toString()).contains("accuracy " + accuracy + " on 200 test examples");
    }

    /** The average of two steps of gradient descent from one place is one step on the examples of both. */
    @Test
    void averagesStepsToStepsOfTwiceTheBatch() throws Exception {
        SavedModel spread = refit(
                3,
                "averaged.zip",
                "--spread",
                "2",
                "--average-every",
                "1",
                "--rate-times",
                "1",
                "--master",
                "local[2]");

        SavedModel whole = refit(4, "whole.zip");

        List<LayerParameters> averaged = spread.trained().parameters();
        for (int layer = 0; layer < averaged.size(); layer++) {
            assertThat(averaged.get(layer).weights())
                    .containsExactly(whole.trained().parameters().get(layer).weights(), within(1e-5f));
        }
    }

    /** One slot takes half of the steps, of twice the length: it comes about as far as one that takes them all. */
    @Test
    void takesAsManyTimesTheRateAsThereAreSlotsUnderPlainGradientDescent() throws Exception {
        SavedModel usual = refit(3, "usual.zip", "--spread", "2", "--master", "local[2]");
        SavedModel twice = refit(3, "twice.zip", "--spread", "2", "--rate-times", "2", "--master", "local[2]");
        SavedModel once = refit(3, "once.zip", "--spread", "2", "--rate-times", "1", "--master", "local[2]");
        SavedModel plain = refit(3, "plain.zip");

        assertThat(usual.refit().orElseThrow().rateTimes()).isEqualTo(2);
        assertThat(usual.refit().orElseThrow().describe()).contains(", at 2 times the learning rate.");
        assertThat(usual.trained().bytes()).isEqualTo(twice.trained().bytes());
        assertThat(apart(usual, plain)).isLessThan(apart(once, plain) / 2);
    }

    private static double apart(SavedModel one, SavedModel other) {
        double squares = 0;
        for (int layer = 0; layer < one.trained().parameters().size(); layer++) {
            float[] first = one.trained().parameters().get(layer).weights();
            float[] second = other.trained().parameters().get(layer).weights();
            for (int i = 0; i < first.length; i++) {
                squares += (first[i] - second[i]) * (first[i] - second[i]);
            }
        }
        return Math.sqrt(squares);
    }

    @Test
    void refusesRatesThatMakeNoSense() {
        assertThat(command("refit", run(), "--spread", "2", "--rate-times", "0"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(command("refit", run(), "--rate-times", "2")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--rate-times takes a number above 0, beside --spread.");
    }

    @Test
    void refusesWhatCannotBeSpread() {
        int code = command("refit", run(), "--configuration", "2", "--spread", "2", "--master", "local[2]");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("Cannot spread configuration 2: Its learning rate changes by steps");
    }

    private SavedModel spread(int slots, String master, String file) throws IOException, ModelException {
        return refit(1, file, "--spread", Integer.toString(slots), "--average-every", "4", "--master", master);
    }

    private SavedModel refit(int configuration, String file, String... options) throws IOException, ModelException {
        Path place = folder.resolve(file);
        List<String> arguments = new ArrayList<>(
                List.of("refit", run(), "--configuration", Integer.toString(configuration), "--out", place.toString()));
        arguments.addAll(List.of(options));
        int code = command(arguments.toArray(String[]::new));
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        return ModelFile.read(Files.readAllBytes(place), file);
    }

    private String run() {
        return folder.resolve("run").toString();
    }

    private int command(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(arguments, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }
}
