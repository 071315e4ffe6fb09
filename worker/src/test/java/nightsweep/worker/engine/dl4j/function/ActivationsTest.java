package nightsweep.worker.engine.dl4j.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.worker.engine.dl4j.Nd4jRuntime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ActivationsTest {
    /** None of them a place where an activation has a corner. */
    private static final float[] POINTS = {
        -60, -8, -4, -2.6f, -2.2f, -1.3f, -0.7f, -0.2f, 0.05f, 0.3f, 0.9f, 1.4f, 2.3f, 4.5f, 8, 19, 21, 120
    };

    static Stream<Activation> activations() {
        return Stream.concat(
                Stream.of(ActivationName.values())
                        .map(Activation::of)
                        .filter(activation -> formula(activation) != null),
                Stream.of(
                        new Activation(ActivationName.ELU, List.of(0.5)),
                        new Activation(ActivationName.HARD_SIGMOID, List.of(0.2)),
                        new Activation(ActivationName.LEAKY_RELU, List.of(0.2)),
                        new Activation(ActivationName.THRESHOLDED_RELU, List.of(0.5))));
    }

    private static @Nullable DoubleUnaryOperator formula(Activation activation) {
        double parameter =
                activation.values().isEmpty() ? 0 : activation.values().get(0);
        return switch (activation.name()) {
            case IDENTITY -> x -> x;
            case RELU -> x -> Math.max(0, x);
            case RELU6 -> x -> Math.min(6, Math.max(0, x));
            case LEAKY_RELU -> x -> x > 0 ? x : parameter * x;
            case THRESHOLDED_RELU -> x -> x > parameter ? x : 0;
            case ELU -> x -> x > 0 ? x : parameter * Math.expm1(x);
            case SELU -> x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
            case GELU -> x -> x * normal(x);
            case GELU_TANH -> x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
            case SWISH -> x -> x * sigmoid(x);
            case MISH -> x -> x * Math.tanh(Math.log1p(Math.exp(x)));
            case SIGMOID -> ActivationsTest::sigmoid;
            case HARD_SIGMOID -> x -> Math.min(1, Math.max(0, parameter * x + 0.5));
            case TANH -> Math::tanh;
            case HARD_TANH -> x -> Math.min(1, Math.max(-1, x));
            case RATIONAL_TANH -> ActivationsTest::rationalTanh;
            case RECTIFIED_TANH -> x -> Math.max(0, Math.tanh(x));
            case SOFTSIGN -> x -> x / (1 + Math.abs(x));
            case SOFTPLUS -> x -> Math.log1p(Math.exp(x));
            case CUBE -> x -> x * x * x;
            // Of what came later, as of softmax, no second form is written down here.
            default -> null;
        };
    }

    /** By adding up its density from far below, Simpson's rule. */
    private static double normal(double x) {
        int steps = 4_000;
        double width = (Math.max(x, -12) + 12) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double at = -12 + i * width;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-at * at / 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double rationalTanh(double x) {
        double y = Math.abs(2 * x / 3);
        return 1.7159 * Math.signum(x) * (1 - 1 / (1 + y + y * y + 1.41645 * Math.pow(y, 4)));
    }

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void followsItsFormulaAndItsDerivative(Activation declared) {
        IActivation activation = Activations.of(declared);
        DoubleUnaryOperator formula = Objects.requireNonNull(formula(declared));
        INDArray in = Nd4j.createFromArray(POINTS).reshape(3, 6);
        INDArray epsilon = Nd4j.valueArrayOf(new long[] {3, 6}, 2.0, DataType.FLOAT);

        INDArray out = activation.getActivation(in.dup(), true);
        INDArray gradient = activation.backprop(in.dup(), epsilon).getFirst();

        for (int i = 0; i < POINTS.length; i++) {
            double x = POINTS[i];
            double value = formula.applyAsDouble(x);
            double slope = (formula.applyAsDouble(x + 1e-5) - formula.applyAsDouble(x - 1e-5)) / 2e-5;
            assertThat(out.getDouble(i)).as("at %s", x).isCloseTo(value, within(1e-5 * Math.abs(value) + 1e-6));
            assertThat(gradient.getDouble(i))
                    .as("derivative at %s", x)
                    .isCloseTo(2 * slope, within(2e-4 * Math.abs(slope) + 2e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(ActivationName.class)
    void staysFiniteWhereInputsAreLarge(ActivationName name) {
        IActivation activation = Activations.of(Activation.of(name));
        INDArray in = Nd4j.createFromArray(-1e4f, 1e4f, 90f, -90f).reshape(2, 2);

        INDArray out = activation.getActivation(in.dup(), true);
        INDArray gradient =
                activation.backprop(in.dup(), Nd4j.ones(DataType.FLOAT, 2, 2)).getFirst();

        assertThat(out.toFloatMatrix()[0]).doesNotContain(Float.NaN);
        for (int i = 0; i < 4; i++) {
            assertThat(out.getDouble(i)).isFinite();
            assertThat(gradient.getDouble(i)).isFinite();
        }
    }
}
