package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Learner.TestMode;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import nightsweep.worker.evaluation.Evaluator;
import nightsweep.worker.evaluation.TestScores;
import nightsweep.worker.evaluation.Tested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five output units for three classes, in every engine. */
class SpareUnitsTest {
    private static final int INPUTS = 6;
    private static final int UNITS = 5;
    private static final int CLASSES = 3;
    private static final int EXAMPLES = 60;
    private static final ExampleSet CLOUDS = Fixtures.clouds(EXAMPLES, INPUTS, CLASSES, 3);
    private static final Dataset DATASET = Fixtures.dataset(CLOUDS, CLASSES);

    /** What every unit gives where nothing goes in: the first spare unit most by far. */
    private static final float[] BIASES = {0, 1, 0.5f, 90, 2};

    static Stream<Engine> engines() {
        return Stream.of(FusedEngine.best(), new DoubleEngine(), new Dl4jEngine());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void answerNothingEvenWhereTheyAreTheLargest(Engine engine) {
        int[] predictions = new int[EXAMPLES];
        float[] outputs = new float[EXAMPLES * UNITS];
        BatchScore score;
        try (Learner learner = engine.learner(trial(ActivationName.SOFTMAX, LossName.CROSS_ENTROPY), DATASET)) {
            learner.start(List.of(new LayerParameters(INPUTS, UNITS, new float[INPUTS * UNITS], BIASES)));
            score = learner.test(
                    CLOUDS, Fixtures.order(CLOUDS), 0, EXAMPLES, predictions, outputs, TestMode.WITHOUT_DROPOUT);
        }

        assertThat(predictions).containsOnly(1);
        assertThat(score.correct()).isEqualTo(EXAMPLES / CLASSES);
        // log of the sum of exponentials, less the pre-activation of the label: e^-88 is nothing beside 1.
        assertThat(score.lossSum() / EXAMPLES).isCloseTo(90 - 1.5 / 3, within(1e-4));
        assertThat(Arrays.copyOf(outputs, UNITS)[3]).isCloseTo(1, within(1e-6f));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void areTrainedToBeLow(Engine engine) {
        for (LossName loss : List.of(LossName.CROSS_ENTROPY, LossName.BINARY_CROSS_ENTROPY)) {
            ActivationName activation = loss.usualActivation();
            try (Learner learner = engine.learner(trial(activation, loss), DATASET)) {
                for (int step = 0; step < 300; step++) {
                    learner.train(CLOUDS, Fixtures.order(CLOUDS), 0, EXAMPLES, step, 0);
                }
                float[] outputs = new float[EXAMPLES * UNITS];
                int[] predictions = new int[EXAMPLES];
                BatchScore score = learner.test(
                        CLOUDS, Fixtures.order(CLOUDS), 0, EXAMPLES, predictions, outputs, TestMode.WITHOUT_DROPOUT);

                assertThat(score.correct()).as(loss.label()).isGreaterThan(EXAMPLES * 3 / 4);
                for (int row = 0; row < EXAMPLES; row++) {
                    assertThat(outputs[row * UNITS + 3]).isLessThan(0.1f);
                    assertThat(outputs[row * UNITS + 4]).isLessThan(0.1f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void haveNoPartInWhatIsToldOfExamples(Engine engine) throws InterruptedException {
        Trial trial = trial(ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);
        float[] outputs = new float[EXAMPLES * UNITS];
        Tested tested;
        try (Learner learner = engine.learner(trial, DATASET)) {
            learner.test(
                    CLOUDS, Fixtures.order(CLOUDS), 0, EXAMPLES, new int[EXAMPLES], outputs, TestMode.WITHOUT_DROPOUT);
            tested = new Evaluator(DATASET.labels())
                    .test(
                            learner,
                            CLOUDS,
                            Targets.of(trial.configuration().network().output(), CLASSES));
        }

        TestScores scores = tested.scores().orElseThrow();
        assertThat(scores.classes()).isEqualTo(CLASSES);
        for (int example = 0; example < EXAMPLES; example++) {
            int row = example * UNITS;
            int first = example;
            assertThat(IntStream.range(0, CLASSES).mapToObj(label -> scores.score(first, label)))
                    .containsExactly(outputs[row], outputs[row + 1], outputs[row + 2]);
        }
        assertThat(tested.evaluation().confusion().examples()).isEqualTo(EXAMPLES);
    }

    private static Trial trial(ActivationName activation, LossName loss) {
        LayerSpec.Output output = Fixtures.output(UNITS, activation, loss);
        return Fixtures.trial(
                new NetworkSpec(List.of(output)), Fixtures.training(1, EXAMPLES, OptimizerName.SGD.defaults(), 1));
    }
}
