package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.Initial.Scale;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialParametersTest {
    private static final int INPUTS = 60;
    private static final int UNITS = 40;
    private static final Initial ZERO = new Initial.Constant(0);

    private static LayerParameters first(Initial weights, Initial biases, int inputs, int units, long seed) {
        Activation activation = Activation.of(ActivationName.SOFTMAX);
        NetworkSpec network = new NetworkSpec(
                List.of(new LayerSpec.Output(units, activation, LossName.CROSS_ENTROPY, weights, biases)));
        return InitialParameters.draw(network, new Shape.Row(inputs), seed).get(0);
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
    }

    private static double variance(float[] values) {
        double mean = mean(values);
        return IntStream.range(0, values.length)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .sum()
                / values.length;
    }

    static double expectedVariance(Scale scale) {
        double in = INPUTS;
        double out = UNITS;
        return switch (scale) {
            case XAVIER, XAVIER_UNIFORM, VARIANCE_FAN_AVERAGE, VARIANCE_UNIFORM_FAN_AVERAGE -> 2 / (in + out);
            case XAVIER_FAN_IN, LECUN, LECUN_UNIFORM, VARIANCE_FAN_IN, VARIANCE_UNIFORM_FAN_IN -> 1 / in;
            case XAVIER_LEGACY -> 1 / (in + out);
            case HE, HE_UNIFORM -> 2 / in;
            case FAN_IN_UNIFORM -> 1 / (3 * in);
            case SIGMOID_UNIFORM -> 32 / (in + out);
            case VARIANCE_FAN_OUT, VARIANCE_UNIFORM_FAN_OUT -> 1 / out;
        };
    }

    /** Each distribution with its mean, variance and the bounds that no draw may pass. */
    static Stream<Arguments> distributions() {
        double cut = 0.8796256610342398;
        return Stream.of(
                Arguments.of(new Initial.Constant(0.3), 0.3, 0, 0.2999, 0.3001),
                Arguments.of(new Initial.Uniform(0, 1), 0.5, 1.0 / 12, 0, 1),
                Arguments.of(new Initial.Normal(1, 2), 1, 4, -20, 22),
                Arguments.of(new Initial.TruncatedNormal(1, 2), 1, 4 * cut * cut, -3, 5),
                Arguments.of(
                        new Initial.LogNormal(0, 0.25),
                        Math.exp(0.03125),
                        (Math.exp(0.0625) - 1) * Math.exp(0.0625),
                        0,
                        10));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void drawsWithTheMomentsOfTheDistribution(Initial initial, double mean, double variance, double low, double high) {
        for (int seed = 0; seed < 20; seed++) {
            float[] weights = first(initial, ZERO, INPUTS, UNITS, seed).weights();

            assertThat(weights).hasSize(INPUTS * UNITS);
            assertThat(mean(weights)).isCloseTo(mean, within(5 * Math.sqrt(variance / weights.length) + 1e-6));
            assertThat(variance(weights)).isCloseTo(variance, within(0.2 * variance + 1e-9));
            assertThat(IntStream.range(0, weights.length).mapToDouble(i -> weights[i]))
                    .allMatch(value -> value >= low && value <= high);
        }
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void scalesBySizeOfTheLayer(Scale scale) {
        double variance = expectedVariance(scale);
        for (int seed = 0; seed < 20; seed++) {
            float[] weights =
                    first(new Initial.Scaled(scale), ZERO, INPUTS, UNITS, seed).weights();

            assertThat(mean(weights)).isCloseTo(0, within(5 * Math.sqrt(variance / weights.length)));
            assertThat(variance(weights)).isCloseTo(variance, within(0.16 * variance));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20})
    void drawsOrthonormalRowsOrColumns(int units) {
        float[] weights = first(new Initial.Orthogonal(2), ZERO, 8, units, 4).weights();

        boolean tall = units <= 8;
        int vectors = Math.min(8, units);
        for (int a = 0; a < vectors; a++) {
            for (int b = 0; b < vectors; b++) {
                double product = 0;
                for (int i = 0; i < Math.max(8, units); i++) {
                    product += tall
                            ? weights[i * units + a] * weights[i * units + b]
                            : weights[a * units + i] * weights[b * units + i];
                }
                assertThat(product).isCloseTo(a == b ? 4 : 0, within(1e-5));
            }
        }
    }

    @Test
    void putsOnesOnTheDiagonal() {
        assertThat(first(new Initial.Identity(), ZERO, 2, 3, 1).weights()).containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(first(new Initial.Identity(), ZERO, 3, 2, 1).weights()).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void takesValuesThatAreGiven() {
        Initial weights = new Initial.Values(List.of(List.of(0.1, 0.4, 1.0), List.of(0.8, 0.6, -2.0)));
        Initial biases = new Initial.Values(List.of(List.of(0.5, 0.0, 0.3)));

        LayerParameters layer = first(weights, biases, 2, 3, 1);

        assertThat(layer.weights()).containsExactly(0.1f, 0.4f, 1, 0.8f, 0.6f, -2);
        assertThat(layer.biases()).containsExactly(0.5f, 0, 0.3f);
        assertThatThrownBy(() -> first(weights, biases, 3, 3, 1))
                .hasMessage("Initial values are 2 x 3 numbers, but 3 x 3 are needed.");
    }

    @Test
    void roundsToSinglePrecisionOnlyAtTheEnd() {
        Initial weights = new Initial.Constant(0.1);
        LayerSpec.Output layer = new LayerSpec.Output(
                1, Activation.of(ActivationName.SIGMOID), LossName.SQUARED_ERROR, weights, new Initial.None());

        ExactParameters exact = InitialParameters.exact(layer, new Shape.Row(2), 0, 1);

        assertThat(exact.weights()).containsExactly(0.1, 0.1);
        assertThat(exact.biases()).containsExactly(0);
    }

    @Test
    void scalesBiasesByTheInputOfTheirLayer() {
        Initial initial = new Initial.Scaled(Scale.FAN_IN_UNIFORM);

        LayerParameters layer = first(initial, initial, 25, 400, 7);

        assertThat(layer.biases()).hasSize(400);
        assertThat(variance(layer.biases())).isCloseTo(1.0 / 75, within(0.003));
        assertThat(layer.biases()).isNotEqualTo(layer.weights());
    }

    @Test
    void rejectsOrthogonalBiases() {
        assertThatThrownBy(() -> first(ZERO, new Initial.Orthogonal(1), 2, 2, 1))
                .hasMessage("Biases cannot start orthogonal or as an identity: they are no matrix.");
    }

    @Test
    void leavesOtherLayersAloneWhereOneChanges() {
        List<LayerParameters> narrow = InitialParameters.draw(three(10, true), new Shape.Row(6), 42);
        List<LayerParameters> wide = InitialParameters.draw(three(30, false), new Shape.Row(6), 42);

        assertThat(narrow.get(0).weights()).isEqualTo(wide.get(0).weights());
        assertThat(narrow.get(2).biases()).isEqualTo(wide.get(2).biases());
        assertThat(narrow.get(0).weights())
                .isNotEqualTo(InitialParameters.draw(three(10, true), new Shape.Row(6), 43)
                        .get(0)
                        .weights());
    }

    private static NetworkSpec three(int units, boolean dropout) {
        Initial initial = new Initial.Uniform(-1, 1);
        Activation relu = Activation.of(ActivationName.RELU);
        LayerSpec first = new LayerSpec.Dense(5, relu, 0, initial, initial);
        LayerSpec second = new LayerSpec.Dense(units, relu, 0, initial, initial);
        LayerSpec last = new LayerSpec.Output(
                3, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, initial, initial);
        return new NetworkSpec(
                dropout ? List.of(first, new LayerSpec.Dropout(0.5), second, last) : List.of(first, second, last));
    }
}
