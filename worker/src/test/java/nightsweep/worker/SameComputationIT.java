package nightsweep.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Computation;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.Trained;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trains both of what is taken for one computation, on every engine, and compares all that comes of them bit by bit. */
class SameComputationIT {
    private static final String DIGITS = """
            name: same
            dataset: {name: digits, train: 96, test: 40, validation: 0.25}
            network:
              - dense:  {units: 9, activation: tanh, dropout: 0.2}
              - LAYERS
              - output: {units: 10, OUTPUT}
            training: {epochs: 3, batch-size: 24, engine: ENGINE, TRAINING}
            evaluation: {dropout: both}
            seed: 5
            """;

    private static final String ONE_UNIT = """
            name: same
            dataset: {name: circle, train: 60, test: 40}
            network:
              - dense:  {units: 5, activation: relu}
              - LAYERS
              - output: {units: 1, OUTPUT}
            training: {epochs: 3, batch-size: 10, engine: ENGINE, TRAINING}
            seed: 5
            """;

    private static final String USUAL = "optimizer: adam, learning-rate: 0.01";

    /** Whose name networks are compared under. */
    private static final Trial ANY = trial("""
            name: any
            dataset: {name: xor, train: 10, test: 10}
            network: [output: {units: 1, loss: binary-cross-entropy}]
            training: {epochs: 1, batch-size: 10, optimizer: sgd}
            """);

    private static final DatasetLoader LOADER =
            new DatasetLoader(new Configuration(), new DataPlaces(Optional.empty(), Optional.empty()));

    /** What came of a trial, without clocks. */
    private record Came(TrialOutcome.Completed outcome, List<?> files, String network) {}

    private static Stream<Arguments> pairs() {
        Stream<Arguments> declared = Stream.of(
                pair(DIGITS, output("loss: cross-entropy"), output("loss: negative-log-likelihood")),
                pair(DIGITS, output("loss: cross-entropy"), output("loss: sparse-cross-entropy")),
                pair(DIGITS, output("loss: cross-entropy"), output("loss: kl-divergence")),
                pair(
                        DIGITS,
                        output("loss: cross-entropy, activation: sigmoid"),
                        output("loss: negative-log-likelihood, activation: sigmoid")),
                pair(DIGITS, training("optimizer: adam"), training("optimizer: {adamw: {weight-decay: 0}}")),
                pair(
                        DIGITS,
                        training("optimizer: adam, weight-decay: 0.1"),
                        training("optimizer: {adamw: {weight-decay: 0.1}}")),
                pair(DIGITS, training("weights: lecun"), training("weights: xavier-fan-in")),
                pair(DIGITS, training("weights: xavier-uniform"), training("weights: variance-uniform-fan-average")),
                pair(DIGITS, training("weights: lecun-uniform"), training("weights: variance-uniform-fan-in")),
                pair(DIGITS, training(""), training("last-batch: drop")),
                pair(DIGITS, training(""), training("steps-per-epoch: 3")),
                pair(
                        DIGITS,
                        training("learning-rate: 0.01"),
                        training("learning-rate: {initial: 0.01, schedule: {step: {factor: 0.1, every: 3}}}")),
                pair(
                        DIGITS,
                        training("learning-rate: 0.01"),
                        training("learning-rate: {initial: 0.01, schedule: {exponential: {factor: 1}}}")),
                pair(DIGITS, layers(""), layers("dropout: {rate: 0}")),
                pair(ONE_UNIT, output("loss: binary-cross-entropy"), output("loss: summed-binary-cross-entropy")),
                pair(
                        ONE_UNIT,
                        output("loss: binary-cross-entropy, activation: tanh"),
                        output("loss: summed-binary-cross-entropy, activation: tanh")),
                pair(ONE_UNIT, output("loss: mean-squared-error"), output("loss: squared-error")),
                pair(ONE_UNIT, output("loss: mean-absolute-error"), output("loss: absolute-error")),
                pair(ONE_UNIT, output("loss: hinge"), output("loss: summed-hinge")),
                pair(ONE_UNIT, output("loss: squared-hinge"), output("loss: summed-squared-hinge")),
                pair(ONE_UNIT, output("loss: poisson"), output("loss: summed-poisson")));
        return declared.flatMap(pair -> Stream.of("fused", "dl4j", "double")
                .map(engine -> Arguments.of(
                        engine,
                        pair.get()[0].toString().replace("ENGINE", engine),
                        pair.get()[1].toString().replace("ENGINE", engine))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void comesToTheSameBits(String engine, String one, String other) throws Exception {
        Trial first = trial(one);
        Trial second = trial(other);
        DatasetFacts facts = LOADER.facts(first.configuration().dataset());
        assertThat(first.id()).as("two trials").isNotEqualTo(second.id());
        assertThat(Computation.of(second.configuration(), facts))
                .as("taken for one computation")
                .isEqualTo(Computation.of(first.configuration(), facts));

        Came came = train(first);
        Came too = train(second);

        assertThat(came.outcome().provenance().engine()).isEqualTo(engine);
        assertThat(too.outcome().copied(first.id(), came.outcome().timing()))
                .isEqualTo(came.outcome().copied(first.id(), came.outcome().timing()));
        assertThat(too.files()).isEqualTo(came.files());
        assertThat(too.network()).isEqualTo(came.network());
    }

    private static Stream<Arguments> different() {
        return Stream.of(
                pair(DIGITS, training("optimizer: sgd"), training("optimizer: {momentum: {momentum: 0}}")),
                pair(
                        DIGITS,
                        training("optimizer: {momentum: {momentum: 0}}"),
                        training("optimizer: {nesterov: {momentum: 0}}")),
                pair(DIGITS, training("batch-size: 20"), training("batch-size: 20, last-batch: drop")),
                pair(
                        DIGITS,
                        training("learning-rate: 0.01"),
                        training("learning-rate: {initial: 0.01, schedule: {step: {factor: 0.1, every: 2}}}")),
                pair(
                        DIGITS,
                        output("loss: cross-entropy, activation: sigmoid"),
                        output("loss: kl-divergence, activation: sigmoid")),
                pair(DIGITS, output("loss: mean-squared-error"), output("loss: squared-error")),
                pair(DIGITS, layers("dropout: {rate: 0.1}"), layers("dropout: {rate: 0}")));
    }

    @ParameterizedTest
    @MethodSource("different")
    void takesNothingForOneThatMayDifferInABit(String one, String other) throws Exception {
        Trial first = trial(one.replace("ENGINE", "fused"));
        Trial second = trial(other.replace("ENGINE", "fused"));
        DatasetFacts facts = LOADER.facts(first.configuration().dataset());

        assertThat(Computation.of(second.configuration(), facts))
                .isNotEqualTo(Computation.of(first.configuration(), facts));
    }

    private record Change(String place, String text) {}

    private static Change output(String text) {
        return new Change("OUTPUT", text);
    }

    private static Change training(String text) {
        return new Change("TRAINING", text);
    }

    private static Change layers(String text) {
        return new Change("LAYERS", text);
    }

    private static Arguments pair(String template, Change one, Change other) {
        return Arguments.of(sweep(template, one), sweep(template, other));
    }

    private static String sweep(String template, Change change) {
        String training = change.place().equals("TRAINING") ? change.text() : USUAL;
        for (String usual : List.of("optimizer: adam", "learning-rate: 0.01")) {
            String key = usual.substring(0, usual.indexOf(':') + 1);
            training += training.contains(key) ? "" : (training.isEmpty() ? "" : ", ") + usual;
        }
        String layers = change.place().equals("LAYERS") ? change.text() : "";
        String text = template.replace("batch-size: 24", training.contains("batch-size") ? "" : "batch-size: 24");
        return text.replace(", ,", ",")
                .replace("  - LAYERS\n", layers.isEmpty() ? "" : "  - " + layers + "\n")
                .replace("OUTPUT", change.place().equals("OUTPUT") ? change.text() : "loss: squared-error")
                .replace("TRAINING", training);
    }

    private static Trial trial(String text) {
        try {
            return SweepFile.parse(text, "same.yaml").trials().get(0);
        } catch (SweepFileException e) {
            throw new AssertionError(e);
        }
    }

    private static Came train(Trial trial) throws Exception {
        Dataset dataset = LOADER.load(trial.configuration().dataset(), 5);
        TrialRunner runner = new TrialRunner(Engines.standard(), Origin.here(""), InstantSource.system());
        TrialRunner.Attempt attempt = runner.attempt(trial, 5, dataset, EpochListener.NONE, Checkpoints.NONE);
        TrialOutcome outcome = attempt.outcome();
        assertThat(outcome).isInstanceOf(TrialOutcome.Completed.class);
        List<?> files = attempt.files().stream()
                .filter(file -> !file.name().equals("border.svg"))
                .toList();
        Trained trained = attempt.trained().orElseThrow();
        byte[] network = trained.of(ANY).bytes();
        return new Came((TrialOutcome.Completed) outcome, files, HexFormat.of().formatHex(network));
    }
}
