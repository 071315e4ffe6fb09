package nightsweep.worker.engine.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.AdaMax;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.Lion;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.Nadam;
import nightsweep.experiments.training.optimizer.Nesterov;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.OptimizerState;
import nightsweep.experiments.training.optimizer.RateUse;
import nightsweep.experiments.training.optimizer.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is computed beside what PyTorch's documentation prints as its formulas, in numbers that were worked out from those by
 * hand; the engines are held against the formulas here. The other forms are held against Keras's where those are Keras's.
 */
class PublishedFormulasTest {
    private static final double[] GRADIENTS = {0.5, -0.25, 1};
    private static final double RATE = 0.1;

    /** Where a parameter that starts at 1 is after each of the gradients, the rate as it was times {@code fall} each time. */
    private static double[] path(OptimizerSpec optimizer, double fall) {
        OptimizerSpec.Rule rule = optimizer.rule(Arithmetic.DOUBLE);
        OptimizerState state = new DoubleUpdate.Doubles(IntStream.range(0, optimizer.stateValues())
                .mapToObj(i -> DoubleBuffer.allocate(1))
                .toList());
        double[] path = new double[GRADIENTS.length];
        double w = 1;
        for (int i = 0; i < GRADIENTS.length; i++) {
            w -= rule.at(RATE * Math.pow(fall, i), i + 1).move(GRADIENTS[i], state, 0);
            path[i] = w;
        }
        return path;
    }

    private static double[] path(OptimizerSpec optimizer) {
        return path(optimizer, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "SGD, 0.95, 0.975, 0.875",
        "MOMENTUM, 0.95, 0.93, 0.812",
        "NESTEROV, 0.905, 0.912, 0.7058",
        "ADAGRAD, 0.9000001999996, 0.944721479549739, 0.8574343996457516",
        "ADADELTA, 0.9995528042919706, 0.9998414640316359, 0.9992345634539069",
        "RMSPROP, 1.9999996003772225e-07, 0.4490133744217505, -0.4257262160714055",
        "ADAM, 0.900000002, 0.8733662987078463, 0.8075551396770898",
        "AMSGRAD, 0.900000002, 0.8733662987078463, 0.8075551396770898",
        "ADAMAX, 0.900000002, 0.8789262971372425, 0.8353838621483125",
        "NADAM, 0.8943548242773647, 0.9354657961611362, 0.8356555860737912",
    })
    void movesAsPyTorchDoes(OptimizerName name, double first, double second, double third) {
        assertThat(path(name.defaults())).containsExactly(new double[] {first, second, third}, within(1e-12));
    }

    /** The rates 0.1, 0.05, 0.025: all of a step follows the rate of now, as in PyTorch, or each gradient keeps its own. */
    @ParameterizedTest
    @CsvSource({
        "MOMENTUM, AT_USE, 0.95, 0.94, 0.9105",
        "NESTEROV, AT_USE, 0.905, 0.9085, 0.85695",
        "MOMENTUM, AT_GRADIENT, 0.95, 0.9175, 0.86325",
        "NESTEROV, AT_GRADIENT, 0.905, 0.88825, 0.814425",
    })
    void followsAFallingRate(OptimizerName name, RateUse rate, double first, double second, double third) {
        OptimizerSpec optimizer = name == OptimizerName.MOMENTUM ? new Momentum(0.9, rate) : new Nesterov(0.9, rate);

        assertThat(path(optimizer, 0.5)).containsExactly(new double[] {first, second, third}, within(1e-12));
    }

    /** So large an epsilon tells where it stands: PyTorch adds it to what is corrected, Keras before. */
    @Test
    void addsEpsilonAfterTheCorrectionAndEpsilonHatBefore() {
        double[] pyTorch = {0.9001996007984032, 0.8736331154035685, 0.807921273950256};
        double[] keras = {0.9059483487151976, 0.8807411499594029, 0.8166981241491459};

        assertThat(path(new Adam(0.9, 0.999, 1e-3, 0))).containsExactly(pyTorch, within(1e-12));
        assertThat(path(new AmsGrad(0.9, 0.999, 1e-3, 0))).containsExactly(pyTorch, within(1e-12));
        assertThat(path(new Adam(0.9, 0.999, 0, 1e-3))).containsExactly(keras, within(1e-12));
        assertThat(path(new AmsGrad(0.9, 0.999, 0, 1e-3))).containsExactly(keras, within(1e-12));
        assertThat(path(new AdaMax(0.9, 0.999, 1e-3)))
                .containsExactly(
                        new double[] {0.9001996007984032, 0.8791679587981721, 0.8356690223103057}, within(1e-12));
    }

    /** PyTorch's schedule is the default; Keras's rises as fast as a decay of 1 has it, and a huge one is constant. */
    @Test
    void letsTheMomentumOfNadamRise() {
        assertThat(path(new Nadam(0.9, 0.999, 1e-8, 1)))
                .containsExactly(
                        new double[] {0.8937212217946986, 0.9329807468301132, 0.8381925925617155}, within(1e-12));
        assertThat(path(new Nadam(0.9, 0.999, 1e-8, 1e5)))
                .containsExactly(
                        new double[] {0.8526315818947368, 0.8691179425119278, 0.7666713286902932}, within(1e-12));
    }

    /** Algorithm 2 of Chen et al., whose steps are all of one size, 0.1 here. */
    @Test
    void movesAsLionDoes() {
        assertThat(path(OptimizerName.LION.defaults())).containsExactly(new double[] {0.9, 1, 0.9}, within(1e-12));
        // c is 0.25, then 0.5 x 0.05 - 0.5 x 0.25, then 0.5 x 0.02 + 0.5.
        assertThat(path(new Lion(0.5, 0.9))).containsExactly(new double[] {0.9, 1, 0.9}, within(1e-12));
        // c is 0.05, then 0.9 x 0.45 - 0.1 x 0.25, then 0.9 x -0.18 + 0.1: m turns it.
        assertThat(path(new Lion(0.9, 0.1))).containsExactly(new double[] {0.9, 0.8, 0.9}, within(1e-12));
    }

    private static double moved(TrainingSpec training, double gradient, boolean bias) {
        DoubleBuffer parameters = DoubleBuffer.wrap(new double[] {1, 1});
        DoubleLayer layer = new DoubleLayer(1, 1, RowActivation.of(Activation.of(ActivationName.IDENTITY)), 0, 1, 2);
        List<DoubleBuffer> state = IntStream.range(
                        0, training.optimizer().name().stateValues())
                .mapToObj(i -> DoubleBuffer.allocate(2))
                .toList();
        new DoubleUpdate(training, List.of(layer), parameters, state).move(new double[] {gradient, gradient}, 0, 0);
        return parameters.get(bias ? 1 : 0);
    }

    private static TrainingSpec training(OptimizerSpec optimizer, Penalty penalty, Clipping clipping) {
        return TrainingSpec.builder(1, 1, optimizer, LearningRate.constant(RATE))
                .penalty(penalty)
                .clipping(clipping)
                .build();
    }

    /** PyTorch: {@code SGD(weight_decay=0.5)} moves 1 by 0.1 (0.5 + 0.5); {@code AdamW} first takes 0.1 x 0.01 off. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void penalisesWeightsAndBiasesAsPyTorchDoes(boolean bias) {
        Penalty squares = new Penalty(0, 0.5, 0, Penalty.Reach.ALL);
        Penalty nothing = new Penalty(0, 0, 0, Penalty.Reach.ALL);

        assertThat(moved(training(new Sgd(), squares, Clipping.NONE), 0.5, bias))
                .isCloseTo(0.9, within(1e-12));
        assertThat(moved(training(OptimizerName.ADAMW.defaults(), nothing, Clipping.NONE), 0.5, bias))
                .isCloseTo(0.899000002, within(1e-12));
    }

    @Test
    void leavesBiasesFreeWhereToldSo() {
        Penalty squares = new Penalty(0, 0.5, 0, Penalty.Reach.WEIGHTS);
        Penalty nothing = Penalty.NONE;

        assertThat(moved(training(new Sgd(), squares, Clipping.NONE), 0.5, true))
                .isCloseTo(0.95, within(1e-12));
        assertThat(moved(training(OptimizerName.ADAMW.defaults(), nothing, Clipping.NONE), 0.5, true))
                .isCloseTo(0.900000002, within(1e-12));
    }

    /** {@code clip_grad_norm_} of 3, 4 and 12 over two layers to 2: 2 / (13 + 1e-6) of each. */
    @Test
    void clipsByTheNormOfTheWholeNetworkAsPyTorchDoes() {
        RowActivation identity = RowActivation.of(Activation.of(ActivationName.IDENTITY));
        List<DoubleLayer> layers =
                List.of(new DoubleLayer(1, 1, identity, 0, 1, 2), new DoubleLayer(1, 1, identity, 2, 3, 3));
        Clipping clipping = new Clipping(Clipping.Kind.GLOBAL_NORM, 2);
        DoubleBuffer parameters = DoubleBuffer.allocate(3);
        TrainingSpec training = training(new Sgd(), Penalty.NONE, clipping);

        new DoubleUpdate(training, layers, parameters, List.of()).move(new double[] {3, 4, 12}, 0, 0);

        double[] clipped = {0.46153842603550577, 0.615384568047341, 1.846153704142023};
        for (int i = 0; i < 3; i++) {
            assertThat(parameters.get(i)).isCloseTo(-RATE * clipped[i], within(1e-12));
        }
        assertThat(clipping.globalFactor(1.9)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // The mean over two units, of targets 1 and 0 and outputs 0.8 and 0.3, and how many times it the loss is.
        "BINARY_CROSS_ENTROPY, 0.2899092476264711, 1",
        "SUMMED_BINARY_CROSS_ENTROPY, 0.2899092476264711, 2",
        "POISSON, 0.6615717756571049, 1",
        "SUMMED_POISSON, 0.6615717756571049, 2",
        "MEAN_SQUARED_ERROR, 0.065, 1",
        "SQUARED_ERROR, 0.065, 2",
        "MEAN_ABSOLUTE_ERROR, 0.25, 1",
        "ABSOLUTE_ERROR, 0.25, 2",
    })
    void isAMeanOverUnitsAsInPyTorchUnlessItIsNamedASum(LossName name, double pyTorch, int times) {
        double loss = name.ofOneExample().value(new double[] {0.8, 0.3}, new double[] {1, 0});

        assertThat(loss).isCloseTo(times * pyTorch, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"HINGE, 0.75", "SUMMED_HINGE, 1.5", "SQUARED_HINGE, 0.865", "SUMMED_SQUARED_HINGE, 1.73"})
    void hasTheMeanHingeOfKeras(LossName name, double expected) {
        double loss = name.ofOneExample().value(new double[] {0.8, 0.3}, new double[] {1, -1});

        assertThat(loss).isCloseTo(expected, within(1e-12));
    }

    /** {@code BCEWithLogitsLoss} of -1 and 2 with targets 1 and 0: log(1 + e) and log(1 + e^2), in the mean. */
    @Test
    void hasTheMeanOfBinaryCrossEntropyFromPreActivations() {
        double[] z = {-1, 2};
        double[] p = {1 / (1 + Math.exp(1)), 1 / (1 + Math.exp(-2))};
        double[] y = {1, 0};
        double[] deltas = new double[2];

        RowLoss mean = new RowLoss.SigmoidCrossEntropy(2);
        mean.deltas(z, p, y, deltas);

        assertThat(mean.value(z, p, y)).isCloseTo((1.3132616875182228 + 2.1269280110429727) / 2, within(1e-12));
        assertThat(deltas)
                .containsExactly(new double[] {-0.7310585786300049 / 2, 0.8807970779778823 / 2}, within(1e-12));
    }

    @Test
    void hasTheCrossEntropyOfPyTorch() {
        double[] z = {1, 2, 3};
        double[] y = {0, 0, 1};

        assertThat(new RowLoss.SoftmaxCrossEntropy().value(z, z, y)).isCloseTo(0.40760596444438, within(1e-12));
        // log(1 / 0.8), and 1e-5 log(1e-5 / 0.2) of the other class, which is kept that far from 0.
        assertThat(LossName.KL_DIVERGENCE.ofOneExample().value(new double[] {0.8, 0.2}, new double[] {1, 0}))
                .isCloseTo(0.22314355 - 1e-5 * 9.90348755, within(1e-8));
        assertThat(LossName.COSINE_PROXIMITY.ofOneExample().value(new double[] {0.8, 0.3}, new double[] {1, 0}))
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
        "GELU, 1, 0.8413447461",
        "GELU, -2, -0.0455002639",
        "GELU, 4, 3.9998733150",
        // PyTorch's with approximate='tanh'.
        "GELU_TANH, 1, 0.8411919906",
        "HARD_SIGMOID, 1, 0.6666666667",
        "HARD_SIGMOID, -3.1, 0",
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
