package nightsweep.worker.training.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import java.util.stream.IntStream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.worker.training.fused.loss.ExampleLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is computed beside what PyTorch's documentation prints as its formulas, in numbers that were worked out from those by
 * hand; the engines are held against the formulas here. Where both differ, by as much as the page of formulas says.
 */
class PublishedFormulasTest {
    private static final double[] GRADIENTS = {0.5, -0.25, 1};
    private static final double RATE = 0.1;

    /** Where a parameter that starts at 1 is after each of the gradients. */
    private static double[] path(OptimizerSpec optimizer, int states) {
        Rule rule = new Rule(
                optimizer,
                IntStream.range(0, states)
                        .mapToObj(i -> DoubleBuffer.allocate(1))
                        .toList());
        double[] path = new double[GRADIENTS.length];
        double w = 1;
        for (int i = 0; i < GRADIENTS.length; i++) {
            w -= rule.step(0, GRADIENTS[i], RATE, i + 1);
            path[i] = w;
        }
        return path;
    }

    private static double[] path(OptimizerName name) {
        return path(name.defaults(), name.stateValues());
    }

    @ParameterizedTest
    @CsvSource({
        "SGD, 0.95, 0.975, 0.875",
        "MOMENTUM, 0.95, 0.93, 0.812",
        "NESTEROV, 0.905, 0.912, 0.7058",
        "ADAGRAD, 0.9000001999996, 0.944721479549739, 0.8574343996457516",
        "ADADELTA, 0.9995528042919706, 0.9998414640316359, 0.9992345634539069",
        "RMSPROP, 1.9999996003772225e-07, 0.4490133744217505, -0.4257262160714055",
    })
    void movesAsPyTorchDoes(OptimizerName name, double first, double second, double third) {
        assertThat(path(name)).containsExactly(new double[] {first, second, third}, within(1e-12));
    }

    /** Of the same hyperparameters, but epsilon, which stands elsewhere: that is all the difference. */
    @ParameterizedTest
    @CsvSource({
        "ADAM, 0.900000002, 0.8733662987078462, 0.8075551396770897",
        "AMSGRAD, 0.900000002, 0.8733662987078462, 0.8075551396770897",
        "ADAMAX, 0.900000002, 0.8789262971372425, 0.8353838621483125",
    })
    void movesAsPyTorchDoesButForEpsilon(OptimizerName name, double first, double second, double third) {
        assertThat(path(name)).containsExactly(new double[] {first, second, third}, within(2e-7));
        assertThat(path(name)[0]).isNotEqualTo(first);
    }

    /** PyTorch's first moment is worth half as much at the start: 0.45 in the place of 0.9. */
    @Test
    void hasAConstantMomentumInNadam() {
        double[] pyTorch = {0.8943548242773647, 0.9354657961611363, 0.8356555860737913};

        double[] ours = path(OptimizerName.NADAM);

        for (int i = 0; i < ours.length; i++) {
            assertThat(Math.abs(ours[i] - pyTorch[i])).isGreaterThan(0.005);
        }
    }

    /** PyTorch's epsilon is added to what is corrected; so much larger is ours at the first step. */
    @Test
    void addsEpsilonBeforeTheCorrectionInAdam() {
        double epsilon = 0.001;

        double first = path(new OptimizerSpec.Adam(0.9, 0.999, epsilon), 2)[0];

        double corrected = epsilon / Math.sqrt(1 - 0.999);
        assertThat(first).isCloseTo(1 - RATE * 0.5 / (0.5 + corrected), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // The mean over two units, of targets 1 and 0 and outputs 0.8 and 0.3, as PyTorch has it, and how many times
        // it.
        "BINARY_CROSS_ENTROPY, 0.28990925, 2",
        "POISSON, 0.66157178, 2",
        "MEAN_SQUARED_ERROR, 0.065, 1",
        "MEAN_ABSOLUTE_ERROR, 0.25, 1",
    })
    void sumsOrAveragesOverUnits(LossName name, double pyTorch, int times) {
        double loss = ExampleLoss.of(name).value(new double[] {0.8, 0.3}, new double[] {1, 0});

        assertThat(loss).isCloseTo(times * pyTorch, within(1e-7));
    }

    @Test
    void sumsTheHingeOverUnits() {
        double[] outputs = {0.8, 0.3};
        double[] targets = {1, -1};

        // Keras has the means 0.75 and 0.865.
        assertThat(ExampleLoss.of(LossName.HINGE).value(outputs, targets)).isCloseTo(2 * 0.75, within(1e-12));
        assertThat(ExampleLoss.of(LossName.SQUARED_HINGE).value(outputs, targets))
                .isCloseTo(2 * 0.865, within(1e-12));
    }

    @Test
    void hasTheCrossEntropyOfPyTorch() {
        double[] z = {1, 2, 3};
        double[] y = {0, 0, 1};

        assertThat(new RowLoss.SoftmaxCrossEntropy().value(z, z, y)).isCloseTo(0.40760596444438, within(1e-12));
        // log(1 / 0.8), and 1e-5 log(1e-5 / 0.2) of the other class, which is kept that far from 0.
        assertThat(ExampleLoss.of(LossName.KL_DIVERGENCE).value(new double[] {0.8, 0.2}, new double[] {1, 0}))
                .isCloseTo(0.22314355 - 1e-5 * 9.90348755, within(1e-8));
        assertThat(ExampleLoss.of(LossName.COSINE_PROXIMITY).value(new double[] {0.8, 0.3}, new double[] {1, 0}))
                .isCloseTo(-0.93632918, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, -1, 0",
        "RELU6, 7, 6",
        "LEAKY_RELU, -1, -0.01",
        "ELU, -1, -0.6321205588",
        "SELU, -1, -1.1113307378",
        "SELU, 1, 1.0507009874",
        "SWISH, 1, 0.7310585786",
        "MISH, 1, 0.8650983883",
        "SIGMOID, 1, 0.7310585786",
        "TANH, 1, 0.7615941560",
        "HARD_TANH, 1.5, 1",
        "SOFTSIGN, 1, 0.5",
        "SOFTPLUS, 1, 1.3132616875",
        // PyTorch's with approximate='tanh'; exactly it is 0.8413447461.
        "GELU, 1, 0.8411919906",
        // PyTorch has 1 / 6 + 0.5 = 0.6667.
        "HARD_SIGMOID, 1, 0.7",
    })
    void activatesAsTheTableSays(ActivationName name, double x, double expected) {
        double[] a = new double[1];

        RowActivation.of(Activation.of(name)).apply(new double[] {x}, a);

        assertThat(a[0]).isCloseTo(expected, within(1e-9));
    }

    @Test
    void sharesOutSoftmax() {
        double[] a = new double[3];

        RowActivation.of(Activation.of(ActivationName.SOFTMAX)).apply(new double[] {1, 2, 3}, a);

        assertThat(a).containsExactly(new double[] {0.0900305732, 0.2447284711, 0.6652409558}, within(1e-9));
    }
}
