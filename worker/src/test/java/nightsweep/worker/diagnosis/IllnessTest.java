package nightsweep.worker.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nightsweep.experiments.diagnosis.Diagnosis;
import nightsweep.experiments.diagnosis.Verdict;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.engine.fused.FusedEngine;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that are made to have each illness, and healthy ones, trained and diagnosed. */
class IllnessTest {
    private static final int CLASSES = 3;
    private static final int WIDTH = 9;
    private static final Initial GLOROT = new Initial.Scaled(Initial.Scale.XAVIER_UNIFORM);
    private static final Initial ZERO = new Initial.Constant(0);
    private static final OptimizerSpec SGD = OptimizerName.SGD.defaults();
    private static final OptimizerSpec ADAM = OptimizerName.ADAM.defaults();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsNothingWrongWithHealthyNetworks(long seed) throws InterruptedException {
        List<Trial> trials = List.of(
                trial(12, ADAM, 0.01, layers(ActivationName.RELU, GLOROT, ZERO, 16)),
                trial(25, SGD, 0.3, layers(ActivationName.TANH, GLOROT, ZERO, 16)),
                trial(25, SGD, 0.3, List.of()));
        for (Trial trial : trials) {
            Diagnosis diagnosis = diagnosis(trial, easy(seed));

            assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(Verdict.HEALTHY);
        }
    }

    @Test
    void tellsWhereALossCeasedToBeFinite() throws InterruptedException {
        NetworkSpec network = Fixtures.network(
                List.of(32),
                ActivationName.RELU,
                0,
                Fixtures.output(CLASSES, ActivationName.IDENTITY, LossName.SQUARED_ERROR));
        Trial trial = Fixtures.trial(network, Fixtures.training(50, 8, SGD, 10));

        Diagnosis diagnosis = diagnosis(trial, easy(1));

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(diagnosis.sentence())
                .matches("The loss ceased to be finite in epoch 1, at step \\d+ of the training; the epoch's mean loss"
                        + " before it was \\S+\\.");
        assertThat(diagnosis.advice())
                .isEqualTo(
                        "Try a tenth of the learning rate 10.000, or clipped gradients, and inputs that are scaled to"
                                + " about 0..1.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsUnitsThatBiasesPutToSleep(long seed) throws InterruptedException {
        Trial trial = trial(5, SGD, 0.1, layers(ActivationName.RELU, GLOROT, new Initial.Constant(-50), 20, 10));

        Diagnosis diagnosis = diagnosis(trial, easy(seed));

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.DEAD);
        assertThat(diagnosis.sentence())
                .startsWith("20 of 20 units of dense 1 have been dead from the first epoch on, and 150 of 150 test"
                        + " examples are taken for class ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsGradientsThatVanishInDeepSigmoids(long seed) throws InterruptedException {
        Trial trial = trial(8, SGD, 0.1, layers(ActivationName.SIGMOID, GLOROT, ZERO, 16, 16, 16, 16, 16, 16, 16, 16));

        Diagnosis diagnosis = diagnosis(trial, easy(seed));

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(Verdict.VANISHING_GRADIENTS);
        assertThat(diagnosis.sentence())
                .startsWith(
                        "The gradient of dense 1 has been less than a thousandth of the output layer's from the first"
                                + " epoch on: ");
        assertThat(diagnosis.advice()).startsWith("Try another activation than sigmoid ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsGradientsThatExplode(long seed) throws InterruptedException {
        Initial large = new Initial.Normal(0, 2);
        Trial trial = trial(4, SGD, 1e-7, layers(ActivationName.RELU, large, ZERO, 32, 32, 32, 32, 32));

        Diagnosis diagnosis = diagnosis(trial, easy(seed));

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(Verdict.EXPLODING_GRADIENTS);
        assertThat(diagnosis.sentence())
                .startsWith("The gradient of dense 1 has been more than 10 times as long as its weights from the first"
                        + " epoch on: ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatWasLearnedByHeart(long seed) throws InterruptedException {
        Trial trial = trial(40, ADAM, 0.01, layers(ActivationName.RELU, GLOROT, ZERO, 128));
        Dataset dataset = dataset(noisy(24, seed), noisy(300, seed + 100), noisy(150, seed + 200));

        Diagnosis diagnosis = diagnosis(trial, dataset);

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(Verdict.OVERFIT);
        assertThat(diagnosis.sentence()).matches("Since epoch \\d+ .* a gap of \\d+\\.\\d points\\.");
    }

    @Test
    void findsWhatWasLearnedByHeartWithoutAValidationSplit() throws InterruptedException {
        Trial trial = trial(40, ADAM, 0.01, layers(ActivationName.RELU, GLOROT, ZERO, 128));
        Dataset split = dataset(noisy(24, 1), noisy(1, 2), noisy(150, 3));
        Dataset dataset = new Dataset(
                "clouds", split.labels(), split.shape(), split.train(), Optional.empty(), split.test(), "abc");

        Diagnosis diagnosis = diagnosis(trial, dataset);

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(Verdict.OVERFIT);
        assertThat(diagnosis.sentence()).endsWith("since when, a validation split would show.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatIsTooSlow(long seed) throws InterruptedException {
        Trial trial = trial(5, SGD, 1e-5, layers(ActivationName.TANH, GLOROT, ZERO, 16));

        Diagnosis diagnosis = diagnosis(trial, easy(seed));

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isIn(Verdict.UNDERFIT, Verdict.DEAD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatIsTooSmall(long seed) throws InterruptedException {
        Trial trial = trial(30, SGD, 0.1, List.of());
        Dataset dataset = dataset(rings(600, seed), rings(300, seed + 100), rings(150, seed + 200));

        Diagnosis diagnosis = diagnosis(trial, dataset);

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isIn(Verdict.UNDERFIT, Verdict.DEAD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatWasStoppedTooEarly(long seed) throws InterruptedException {
        Trial trial = trial(3, SGD, 0.01, layers(ActivationName.TANH, GLOROT, ZERO, 16));

        Diagnosis diagnosis = diagnosis(trial, easy(seed));

        assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(Verdict.STILL_IMPROVING);
        assertThat(diagnosis.sentence()).startsWith("From epoch 2 to the last, 3, the validation loss fell from ");
        assertThat(diagnosis.advice()).isEqualTo("Try 6 epochs.");
    }

    @Test
    void leavesFailedTrialsToTheirReasons() {
        Trial trial = trial(3, SGD, 0.01, List.of());

        assertThat(Diagnosis.of(
                        trial,
                        runner().attempt(trial, 42, easy(1), EpochListener.NONE, Checkpoints.NONE)
                                .failed(FailureReason.TIMED_OUT, "Too slow.")))
                .isEmpty();
    }

    private static Diagnosis diagnosis(Trial trial, Dataset dataset) throws InterruptedException {
        TrialOutcome outcome = runner().run(trial, Fixtures.SWEEP_SEED, dataset, EpochListener.NONE);
        return Diagnosis.of(trial, outcome).orElseThrow();
    }

    private static TrialRunner runner() {
        return new TrialRunner(Engines.only(FusedEngine.best()), Origin.here("none"), InstantSource.system());
    }

    private static Trial trial(int epochs, OptimizerSpec optimizer, double rate, List<LayerSpec> hidden) {
        List<LayerSpec> layers = new ArrayList<>(hidden);
        Initial last = hidden.isEmpty() ? ZERO : ((LayerSpec.Dense) hidden.get(0)).weights();
        layers.add(new LayerSpec.Output(
                CLASSES, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, last, ZERO));
        return Fixtures.trial(new NetworkSpec(layers), Fixtures.training(epochs, 16, optimizer, rate));
    }

    private static List<LayerSpec> layers(ActivationName activation, Initial weights, Initial biases, int... units) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int width : units) {
            layers.add(new LayerSpec.Dense(width, Activation.of(activation), 0, weights, biases));
        }
        return layers;
    }

    private static Dataset easy(long seed) {
        return dataset(
                Fixtures.clouds(600, WIDTH, CLASSES, seed),
                Fixtures.clouds(300, WIDTH, CLASSES, seed + 100),
                Fixtures.clouds(150, WIDTH, CLASSES, seed + 200));
    }

    private static Dataset dataset(ExampleSet train, ExampleSet validation, ExampleSet test) {
        return new Dataset(
                "clouds", List.of("0", "1", "2"), List.of(train.width()), train, Optional.of(validation), test, "abc");
    }

    /** Three clouds that nearly cover each other, in many dimensions. */
    private static ExampleSet noisy(int count, long seed) {
        Random random = new Random(seed);
        int width = 40;
        float[] features = new float[count * width];
        int[] labels = new int[count];
        for (int example = 0; example < count; example++) {
            labels[example] = example % CLASSES;
            for (int column = 0; column < width; column++) {
                double centre = column % 13 == labels[example] ? 0.5 : 0;
                features[example * width + column] = (float) (centre + random.nextGaussian());
            }
        }
        return Fixtures.examples(width, features, labels);
    }

    /** Three rings around one centre, which no straight line separates. */
    private static ExampleSet rings(int count, long seed) {
        Random random = new Random(seed);
        float[] features = new float[2 * count];
        int[] labels = new int[count];
        for (int example = 0; example < count; example++) {
            labels[example] = example % CLASSES;
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = 0.2 + 0.4 * labels[example];
            features[2 * example] = (float) (radius * Math.cos(angle));
            features[2 * example + 1] = (float) (radius * Math.sin(angle));
        }
        return Fixtures.examples(2, features, labels);
    }
}
