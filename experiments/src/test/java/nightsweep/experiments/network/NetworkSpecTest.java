package nightsweep.experiments.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSpecTest {
    private static final Initial ZERO = new Initial.Constant(0);
    private static final Activation RELU = Activation.of(ActivationName.RELU);

    private static LayerSpec.Dense dense(int units) {
        return new LayerSpec.Dense(units, RELU, 0, ZERO, ZERO);
    }

    private static LayerSpec.Output output(int units, ActivationName activation, LossName loss) {
        return new LayerSpec.Output(units, Activation.of(activation), loss, ZERO, ZERO);
    }

    private static NetworkSpec network(LayerSpec... hidden) {
        List<LayerSpec> layers = new ArrayList<>(List.of(hidden));
        layers.add(output(10, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        return new NetworkSpec(layers);
    }

    /** As published for the three networks on 25 inputs. */
    @Test
    void countsParameters() {
        assertThat(network().parameters(new Shape.Row(25))).isEqualTo(260);
        assertThat(network(dense(15)).parameters(new Shape.Row(25))).isEqualTo(550);
        assertThat(network(dense(50), dense(30), dense(15)).parameters(new Shape.Row(25)))
                .isEqualTo(3455);
        assertThat(network(dense(2_000_000), new LayerSpec.Dropout(0.5), dense(2_000_000))
                        .parameters(new Shape.Row(1)))
                .as("more than an int holds")
                .isEqualTo(4_000_000L + 2_000_001L * 2_000_000L + 2_000_001L * 10);
    }

    @Test
    void sketchesItsWidths() {
        assertThat(network(dense(512), new LayerSpec.Dropout(0.2), dense(128)).sketch(new Shape.Row(784)))
                .isEqualTo("784-512-128-10");
    }

    @Test
    void hasOneOutputAtItsEnd() {
        LayerSpec output = output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);

        assertThat(new NetworkSpec(List.of(output)).output()).isEqualTo(output);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSpec(List.of()))
                .withMessage("The last layer must be an output layer.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSpec(List.of(output, dense(3))))
                .withMessage("The last layer must be an output layer.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkSpec(List.of(output, output)))
                .withMessage("A network has one output layer, but got 2.");
    }

    @ParameterizedTest
    @CsvSource({
        "CROSS_ENTROPY, SOFTMAX, 0, 0.5",
        "BINARY_CROSS_ENTROPY, SIGMOID, 0, 0.5",
        "MEAN_SQUARED_ERROR, TANH, -1, 0",
        "MEAN_SQUARED_ERROR, RELU, 0, 0.5",
        "HINGE, IDENTITY, -1, 0",
        "WASSERSTEIN, IDENTITY, -1, 0",
    })
    void writesLabelsAsItsLossAndActivationWantThem(
            LossName loss, ActivationName activation, float low, float threshold) {
        TargetEncoding encoding = output(1, activation, loss).encoding();

        assertThat(encoding.low()).isEqualTo(low);
        assertThat(encoding.high()).isEqualTo(1);
        assertThat(encoding.threshold()).isEqualTo(threshold);
    }

    @Test
    void refusesActivationsWithOtherHyperparameters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Activation(ActivationName.RELU, List.of(0.1)))
                .withMessage("relu has 0 hyperparameters, but got 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Activation(ActivationName.ELU, List.of(Double.NaN)))
                .withMessage("alpha must be a finite number, but got NaN.");
    }
}
