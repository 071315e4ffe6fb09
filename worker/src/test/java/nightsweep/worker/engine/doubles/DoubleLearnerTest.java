package nightsweep.worker.engine.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.TargetEncoding;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.ExactParameters;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoubleLearnerTest {
    private static final int BATCH = 6;
    private static final ExampleSet EXAMPLES = Fixtures.clouds(12, 4, 3, 5);
    private static final Dataset DATASET = Fixtures.dataset(EXAMPLES, 3);
    private static final int[] ORDER = Fixtures.order(EXAMPLES);

    /** Smooth ones: at a kink there is no slope to measure. */
    static Stream<NetworkSpec> networks() {
        List<NetworkSpec> networks = new ArrayList<>();
        for (ActivationName hidden : List.of(
                ActivationName.SIGMOID,
                ActivationName.SOFTMAX,
                ActivationName.GELU,
                ActivationName.GELU_TANH,
                ActivationName.MISH)) {
            networks.add(network(hidden, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        }
        for (LossName loss : List.of(
                LossName.SQUARED_ERROR,
                LossName.HALF_SQUARED_ERROR,
                LossName.MEAN_SQUARED_ERROR,
                LossName.POISSON,
                LossName.SUMMED_POISSON)) {
            networks.add(network(ActivationName.TANH, ActivationName.SOFTMAX, loss));
            networks.add(network(ActivationName.TANH, ActivationName.SIGMOID, loss));
        }
        networks.add(network(ActivationName.TANH, ActivationName.SIGMOID, LossName.BINARY_CROSS_ENTROPY));
        networks.add(network(ActivationName.TANH, ActivationName.SIGMOID, LossName.SUMMED_BINARY_CROSS_ENTROPY));
        return networks.stream();
    }

    private static NetworkSpec network(ActivationName hidden, ActivationName last, LossName loss) {
        return Fixtures.network(List.of(5, 4), hidden, 0, Fixtures.output(3, last, loss));
    }

    private static DoubleLearner learner(NetworkSpec network) {
        return new DoubleEngine()
                .learner(
                        Fixtures.trial(network, Fixtures.training(1, BATCH, OptimizerName.SGD.defaults(), 0.5)),
                        DATASET);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void movesAgainstTheSlopeOfTheLoss(NetworkSpec network) {
        float step = 0x1p-11f;
        try (DoubleLearner learner = learner(network)) {
            List<LayerParameters> start = learner.parameters();
            learner.start(start);
            learner.train(EXAMPLES, ORDER, 0, BATCH, 0, 0);
            List<ExactParameters> moved = learner.exactParameters();
            StepPass pass = learner.lastStep().orElseThrow();

            for (int layer = 0; layer < start.size(); layer++) {
                float[] weights = start.get(layer).weights();
                for (int i = 0; i < weights.length; i++) {
                    float before = weights[i];
                    weights[i] = before + step;
                    double above = loss(learner, start);
                    double right = weights[i];
                    weights[i] = before - step;
                    double slope = (above - loss(learner, start)) / (right - weights[i]);
                    weights[i] = before;

                    assertThat(pass.gradients().get(layer).weights()[i]).isCloseTo(slope, within(1e-6));
                    assertThat(moved.get(layer).weights()[i])
                            .isEqualTo(
                                    before - 0.5 * pass.gradients().get(layer).weights()[i]);
                }
            }
        }
    }

    private static double loss(DoubleLearner learner, List<LayerParameters> parameters) {
        learner.start(parameters);
        return learner.test(EXAMPLES, ORDER, 0, BATCH, new int[BATCH], Learner.TestMode.WITHOUT_DROPOUT)
                        .lossSum()
                / BATCH;
    }

    @Test
    void tellsEveryValueOfAStep() {
        Initial weights = new Initial.Values(List.of(List.of(2.0), List.of(-1.0)));
        NetworkSpec network = new NetworkSpec(List.of(new LayerSpec.Output(
                1,
                Activation.of(ActivationName.IDENTITY),
                LossName.HALF_SQUARED_ERROR,
                weights,
                new Initial.Constant(0.5),
                new TargetEncoding(0.25, 3))));
        ExampleSet points = Fixtures.examples(2, new float[] {3, 1, 0, 2}, 1, 0);
        try (DoubleLearner learner = new DoubleEngine()
                .learner(
                        Fixtures.trial(network, Fixtures.training(1, 2, OptimizerName.SGD.defaults(), 0.1)),
                        Fixtures.dataset(points, 2))) {
            assertThat(learner.lastStep()).isEmpty();
            learner.train(points, new int[] {0, 1}, 0, 2, 0, 0);

            StepPass pass = learner.lastStep().orElseThrow();
            assertThat(pass.layers().get(0).input()).isDeepEqualTo(new double[][] {{3, 1}, {0, 2}});
            assertThat(pass.layers().get(0).preActivations()).isDeepEqualTo(new double[][] {{5.5}, {-1.5}});
            assertThat(pass.targets()).isDeepEqualTo(new double[][] {{3}, {0.25}});
            assertThat(pass.losses()).containsExactly(2.5 * 2.5 / 2, 1.75 * 1.75 / 2);
            assertThat(pass.gradients().get(0).weights()).containsExactly(3.75, 1.25 - 1.75);
            assertThat(pass.gradients().get(0).biases()).containsExactly(1.25 - 0.875);
            assertThat(learner.exactParameters().get(0).weights())
                    .containsExactly(new double[] {2 - 0.375, -1 + 0.05}, within(1e-15));
        }
    }

    @Test
    void keepsLayersWithoutBiasesWithoutAny() {
        LayerSpec.Output output = new LayerSpec.Output(
                3, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, Fixtures.SMALL, new Initial.None());
        try (DoubleLearner learner = learner(new NetworkSpec(List.of(output)))) {
            learner.train(EXAMPLES, ORDER, 0, BATCH, 0, 0);

            assertThat(learner.exactParameters().get(0).biases()).containsOnly(0);
            assertThat(learner.lastStep().orElseThrow().gradients().get(0).biases())
                    .containsOnly(0);
        }
    }

    @Test
    void refusesWhatItCannotCompute() {
        NetworkSpec network = network(ActivationName.TANH, ActivationName.SIGMOID, LossName.F_MEASURE);

        assertThatThrownBy(() -> learner(network))
                .hasMessage("The loss f-measure is not computed in double precision: use precision single.");
        assertThatThrownBy(() -> learner(new NetworkSpec(List.of(
                        new LayerSpec.BatchNormalization(0.9, 1e-5),
                        Fixtures.output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)))))
                .hasMessage("A layer of the kind BatchNormalization is not computed in double precision: use precision"
                        + " single, or dense layers.");
    }
}
