package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.ClassWeights;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weighted classes and smoothed labels, as each engine trains towards them. */
class TrainingTargetsTest {
    private static final int CLASSES = 3;
    private static final double[] WEIGHTS = {0.5, 1, 4};
    private static final Aim WEIGHTED = new Aim(new ClassWeights.Given(Map.of("0", 0.5, "2", 4.0)), 0);
    private static final Aim BOTH = new Aim(WEIGHTED.weights(), 0.2);
    private static final ExampleSet EXAMPLES = Fixtures.clouds(30, 4, CLASSES, 7);
    private static final int[] ORDER = Fixtures.order(EXAMPLES);

    static Stream<Engine> engines() {
        return Stream.of(new Dl4jEngine(), FusedEngine.best(), new DoubleEngine());
    }

    private static Trial trial(Aim aim) {
        NetworkSpec network = Fixtures.network(
                List.of(5),
                ActivationName.TANH,
                0,
                Fixtures.output(CLASSES, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        return Fixtures.trial(
                network,
                Fixtures.training(1, 30, OptimizerName.SGD.defaults(), 0.1).towards(aim));
    }

    private static Learner learner(Engine engine, Aim aim, ExampleSet examples) {
        return engine.learner(trial(aim), Fixtures.dataset(examples, CLASSES));
    }

    /** What a training minimises, from the probabilities that the network gives: the formula of the table. */
    private static double minimised(Learner learner, double smoothing) {
        float[] p = new float[EXAMPLES.size() * CLASSES];
        learner.test(
                EXAMPLES, ORDER, 0, EXAMPLES.size(), new int[EXAMPLES.size()], p, Learner.TestMode.WITHOUT_DROPOUT);
        double sum = 0;
        for (int example = 0; example < EXAMPLES.size(); example++) {
            int label = EXAMPLES.label(example);
            for (int unit = 0; unit < CLASSES; unit++) {
                double y = (unit == label ? 1 - smoothing : 0) + smoothing / CLASSES;
                sum -= WEIGHTS[label] * y * Math.log(p[example * CLASSES + unit]);
            }
        }
        return sum / EXAMPLES.size();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void trainingReportsWhatItMinimises(Engine engine) {
        try (Learner learner = learner(engine, BOTH, EXAMPLES)) {
            double minimised = minimised(learner, 0.2);

            BatchScore score = learner.train(EXAMPLES, ORDER, 0, 30, 0, 0);

            assertThat(score.lossSum() / 30).isCloseTo(minimised, within(1e-5));
        }
    }

    /** Finite differences. */
    @ParameterizedTest
    @MethodSource("engines")
    void gradientsAreWhatTheMinimisedLossChangesBy(Engine engine) {
        float step = 1e-2f;
        try (Learner learner = learner(engine, BOTH, EXAMPLES)) {
            List<LayerParameters> start = learner.parameters();
            List<LayerParameters> gradients = learner.gradients(EXAMPLES, ORDER, 0, 30);
            int compared = 0;
            for (int layer = 0; layer < start.size(); layer++) {
                for (int i = 0; i < start.get(layer).weights().length; i++) {
                    double above = minimised(learner, start, layer, i, step);
                    double below = minimised(learner, start, layer, i, -step);

                    assertThat((double) gradients.get(layer).weights()[i])
                            .as("layer %s, weight %s", layer, i)
                            .isCloseTo((above - below) / (2 * step), within(2e-4));
                    compared++;
                }
            }
            assertThat(compared).isEqualTo(4 * 5 + 5 * 3);
        }
    }

    private static double minimised(Learner learner, List<LayerParameters> start, int layer, int i, float step) {
        float[] weights = start.get(layer).weights();
        float before = weights[i];
        weights[i] = before + step;
        learner.start(start);
        weights[i] = before;
        return minimised(learner, 0.2);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void testsCountEveryExampleAsItIs(Engine engine) {
        try (Learner weighted = learner(engine, BOTH, EXAMPLES);
                Learner plain = learner(engine, Aim.PLAIN, EXAMPLES)) {
            assertThat(tested(weighted)).isEqualTo(tested(plain));
            weighted.train(EXAMPLES, ORDER, 0, 30, 0, 0);
            plain.start(weighted.parameters());
            assertThat(tested(weighted)).isCloseTo(tested(plain), within(1e-5));
        }
    }

    private static double tested(Learner learner) {
        return learner.test(EXAMPLES, ORDER, 0, 30, new int[30], Learner.TestMode.WITHOUT_DROPOUT)
                .lossSum();
    }

    /** An example of weight 4 pulls as four of weight 1 do. */
    @ParameterizedTest
    @MethodSource("engines")
    void aWeightIsAsManyCopies(Engine engine) {
        Aim aim = new Aim(new ClassWeights.Given(Map.of("2", 4.0)), 0);
        int[] copies = IntStream.range(0, 30)
                .flatMap(example ->
                        IntStream.range(0, EXAMPLES.label(example) == 2 ? 4 : 1).map(copy -> example))
                .toArray();
        try (Learner weighted = learner(engine, aim, EXAMPLES);
                Learner plain = learner(engine, Aim.PLAIN, EXAMPLES)) {
            List<LayerParameters> found = weighted.gradients(EXAMPLES, ORDER, 0, 30);
            List<LayerParameters> copied = plain.gradients(EXAMPLES, copies, 0, copies.length);

            for (int layer = 0; layer < found.size(); layer++) {
                float[] wanted = copied.get(layer).weights();
                for (int i = 0; i < wanted.length; i++) {
                    assertThat((double) found.get(layer).weights()[i])
                            .isCloseTo(wanted[i] * copies.length / 30.0, within(1e-5));
                }
            }
        }
    }

    /** Of 12 training examples 9 are of class 0; those kept for validation and testing do not count. */
    @Test
    void balancesByTheTrainingPartAlone() {
        ExampleSet train = Fixtures.examples(1, new float[12], 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
        ExampleSet others = Fixtures.examples(1, new float[5], 1, 1, 2, 2, 2);
        Dataset dataset =
                new Dataset("uneven", List.of("0", "1", "2"), List.of(1), train, Optional.of(others), others, "abc");

        double[] weights = TrainingTargets.of(trial(new Aim(new ClassWeights.Balanced(), 0)), dataset)
                .weights();

        assertThat(weights).containsExactly(12 / (2 * 9.0), 12 / (2 * 3.0), 1);
    }

    /** PyTorch's {@code CrossEntropyLoss(label_smoothing=0.1)} trains three classes towards 0.0333, 0.0333 and 0.9333. */
    @Test
    void smoothsOverTheClassesAndNotOverSpareUnits() {
        Targets smooth = Targets.ofTraining(trial(new Aim(ClassWeights.NONE, 0.1)), CLASSES);
        float[] row = new float[3];

        smooth.write(2, FloatBuffer.wrap(row), 0, 1);

        assertThat(row).containsExactly(new float[] {0.033333f, 0.033333f, 0.933333f}, within(1e-6f));
        Targets spare = new Targets(5, 3, smooth.encoding(), 0.3);
        assertThat(IntStream.range(0, 5).mapToDouble(unit -> spare.exactValue(0, unit)))
                .containsExactly(0.7 + 0.3 / 3, 0.3 / 3, 0.3 / 3, 0.0, 0.0);
    }
}
