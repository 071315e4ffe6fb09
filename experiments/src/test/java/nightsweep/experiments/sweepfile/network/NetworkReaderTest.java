package nightsweep.experiments.sweepfile.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.TargetEncoding;
import nightsweep.experiments.sweepfile.SweepText;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkReaderTest {
    private static final Initial XAVIER = new Initial.Scaled(Initial.Scale.XAVIER);
    private static final Initial ZERO = new Initial.Constant(0);
    private static final String OUTPUT = "{output: {units: 2, loss: cross-entropy}}";

    static Stream<Arguments> layers() {
        Activation relu = Activation.of(ActivationName.RELU);
        return Stream.of(
                arguments("{dense: {units: 3}}", new LayerSpec.Dense(3, relu, 0, XAVIER, ZERO)),
                arguments(
                        "{dense: {units: 3, activation: {leaky-relu: {slope: 0.2}}, dropout: 0.5, weights: he, biases: ones}}",
                        new LayerSpec.Dense(
                                3,
                                new Activation(ActivationName.LEAKY_RELU, List.of(0.2)),
                                0.5,
                                new Initial.Scaled(Initial.Scale.HE),
                                new Initial.Constant(1))),
                arguments(
                        "{dense: {units: 3, activation: leaky-relu}}",
                        new LayerSpec.Dense(3, Activation.of(ActivationName.LEAKY_RELU), 0, XAVIER, ZERO)),
                arguments("{dropout: 0.25}", new LayerSpec.Dropout(0.25)),
                arguments("{dropout: {rate: 0.25}}", new LayerSpec.Dropout(0.25)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void readsALayer(String yaml, LayerSpec expected) throws SweepFileException {
        assertThat(first("[" + yaml + ", " + OUTPUT + "]")).isEqualTo(expected);
    }

    private static LayerSpec first(String network) throws SweepFileException {
        return SweepText.network(network).only().network().layers().get(0);
    }

    @ParameterizedTest
    @EnumSource
    void givesAnOutputTheUsualActivationOfItsLoss(LossName loss) throws SweepFileException {
        assertThat(first("[{output: {units: 2, loss: " + loss.label() + "}}]"))
                .isEqualTo(new LayerSpec.Output(2, Activation.of(loss.usualActivation()), loss, XAVIER, ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryActivation(ActivationName name) throws SweepFileException {
        assertThat(first("[{output: {units: 2, loss: squared-error, activation: " + name.label() + "}}]"))
                .isEqualTo(new LayerSpec.Output(2, Activation.of(name), LossName.SQUARED_ERROR, XAVIER, ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryScale(Initial.Scale scale) throws SweepFileException {
        assertThat(weights(scale.label())).isEqualTo(new Initial.Scaled(scale));
    }

    static Stream<Arguments> initials() {
        return Stream.of(
                arguments("zero", new Initial.Constant(0)),
                arguments("ones", new Initial.Constant(1)),
                arguments("{constant: 0.5}", new Initial.Constant(0.5)),
                arguments("{constant: {value: -2}}", new Initial.Constant(-2)),
                arguments("{uniform: {low: -0.1, high: .1}}", new Initial.Uniform(-0.1, 0.1)),
                arguments("{normal: {deviation: 2}}", new Initial.Normal(0, 2)),
                arguments("{truncated-normal: {mean: 1, deviation: 2}}", new Initial.TruncatedNormal(1, 2)),
                arguments("{log-normal: {mean: 1, deviation: 1e-3}}", new Initial.LogNormal(1, 0.001)),
                arguments("orthogonal", new Initial.Orthogonal(1)),
                arguments("{orthogonal: {gain: 2}}", new Initial.Orthogonal(2)),
                arguments("identity", new Initial.Identity()));
    }

    @ParameterizedTest
    @MethodSource("initials")
    void readsInitialWeights(String yaml, Initial expected) throws SweepFileException {
        assertThat(weights(yaml)).isEqualTo(expected);
    }

    private static Initial weights(String yaml) throws SweepFileException {
        return ((LayerSpec.Output) first("[{output: {units: 2, loss: cross-entropy, weights: " + yaml + "}}]"))
                .weights();
    }

    @Test
    void takesInitialValuesFromTrainingWhereALayerIsSilent() throws SweepFileException {
        List<LayerSpec> layers = new SweepText(
                        "digits",
                        "[{dense: {units: 3, weights: he}}, " + OUTPUT + "]",
                        "{weights: {constant: 1}, biases: {constant: 2}}",
                        "")
                .only()
                .network()
                .layers();

        LayerSpec.Dense dense = (LayerSpec.Dense) layers.get(0);
        LayerSpec.Output output = (LayerSpec.Output) layers.get(1);
        assertThat(dense.weights()).isEqualTo(new Initial.Scaled(Initial.Scale.HE));
        assertThat(dense.biases()).isEqualTo(new Initial.Constant(2));
        assertThat(output.weights()).isEqualTo(new Initial.Constant(1));
        assertThat(output.biases()).isEqualTo(new Initial.Constant(2));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("{dense: 3}", "network: network must be a list of layers, but got a mapping."),
                arguments("[]", "network: The last layer must be an output layer."),
                arguments("[{dense: {units: 3}}]", "network: The last layer must be an output layer."),
                arguments("[" + OUTPUT + ", " + OUTPUT + "]", "network: A network has one output layer, but got 2."),
                arguments(
                        "[3, " + OUTPUT + "]",
                        "network.0: unknown layer \"3\". There are: dense, convolution, max-pooling, average-pooling, batch-normalization, flatten, dropout, output."),
                arguments(
                        "[{dense: {units: 3}, dropout: 0.2}, " + OUTPUT + "]",
                        "network.0: a layer must be one name, alone or with arguments, but got 2 names."),
                arguments(
                        "[{dense: }, " + OUTPUT + "]",
                        "network.0.dense: dense must be a mapping of keys to values, but got nothing."),
                arguments("[dense, " + OUTPUT + "]", "network.0: units is missing."),
                arguments(
                        "[{dense: {units: 0}}, " + OUTPUT + "]",
                        "network.0.dense.units: units must be positive, but got 0."),
                arguments(
                        "[{dense: {units: 2.5}}, " + OUTPUT + "]",
                        "network.0.dense.units: units must be a whole number, but got \"2.5\"."),
                arguments(
                        "[{dense: {units: 9999999999}}, " + OUTPUT + "]",
                        "network.0.dense.units: units must be within -2147483648..2147483647, but got 9999999999."),
                arguments(
                        "[{dense: {units: 99999999999999999999}}, " + OUTPUT + "]",
                        "network.0.dense.units: units must be within -2147483648..2147483647, but got 99999999999999999999."),
                arguments(
                        "[{dropout: 1}, " + OUTPUT + "]",
                        "network.0.dropout: dropout must be 0 or more and below 1, but got 1.0."),
                arguments("[{output: {units: 2}}]", "network.0.output: loss is missing."),
                arguments(
                        "[{output: {units: 2, loss: nll}}]",
                        "network.0.output.loss: unknown loss \"nll\". Maybe \"negative-log-likelihood\"?"),
                arguments(
                        "[{dense: {units: 3, activation: ReLU}}, " + OUTPUT + "]",
                        "network.0.dense.activation: unknown activation \"ReLU\". Maybe \"relu\"?"),
                arguments(
                        "[{dense: {units: 3, activation: {relu: {slope: 1}}}}, " + OUTPUT + "]",
                        "network.0.dense.activation.relu.slope: unknown key \"slope\". There are none."),
                arguments(
                        "[{dense: {units: 3, activation: {elu: {alpha: 1e999}}}}, " + OUTPUT + "]",
                        "network.0.dense.activation.elu.alpha: alpha must be within the range of doubles, but got 1e999."),
                arguments(
                        "[{dense: {units: 3, weights: {uniform: {low: 1, high: 0}}}}, " + OUTPUT + "]",
                        "network.0.dense.weights.uniform.low: low must be below high, but got 1.0 and 0.0."),
                arguments(
                        "[{dense: {units: 3, weights: {uniform: {low: 1}}}}, " + OUTPUT + "]",
                        "network.0.dense.weights.uniform: high is missing."),
                arguments(
                        "[{dense: {units: 3, biases: identity}}, " + OUTPUT + "]",
                        "network.0.dense.biases: unknown initial biases \"identity\". There are: "));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuses(String yaml, String problem) {
        List<String> problems = SweepText.network(yaml).problems();

        assertThat(problems).singleElement().asString().startsWith("line 3, " + problem);
    }

    @Test
    void readsValuesNumberByNumber() throws SweepFileException {
        LayerSpec.Dense dense = (LayerSpec.Dense)
                first("[{dense: {units: 2, weights: {values: [[0.1, 2], [-3, 4e-1]]}, biases: {values: [1, 0]}}}, "
                        + OUTPUT + "]");

        assertThat(dense.weights()).isEqualTo(new Initial.Values(List.of(List.of(0.1, 2.0), List.of(-3.0, 0.4))));
        assertThat(dense.biases()).isEqualTo(new Initial.Values(List.of(List.of(1.0, 0.0))));
    }

    @Test
    void readsALayerWithoutBiases() throws SweepFileException {
        LayerSpec.Dense dense = (LayerSpec.Dense) first("[{dense: {units: 2, biases: none}}, " + OUTPUT + "]");

        assertThat(dense.biased()).isFalse();
        assertThat(dense.parameters(new Shape.Row(3))).isEqualTo(6);
    }

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                arguments(
                        "weights: {values: [[1, 2], [3, 4], [5, 6]]}",
                        "network.0.dense.weights: The initial weights have 3 rows of 2 values, but the layer needs 2 rows,"
                                + " one an input, of 2, one a unit."),
                arguments(
                        "weights: {values: [[1], [3]]}",
                        "network.0.dense.weights: The initial weights have 2 rows of 1 values, but the layer needs 2 rows,"
                                + " one an input, of 2, one a unit."),
                arguments(
                        "weights: {values: [[1, 2], [3]]}",
                        "network.0.dense.weights.values: values must have rows of equal length, one number a unit."),
                arguments(
                        "biases: {values: [1]}",
                        "network.0.dense.biases: The initial biases are 1 values, but the layer has 2 units."),
                arguments(
                        "biases: {values: [[1, 2]]}",
                        "network.0.dense.biases.values.0: a value must be a number, but got a list."),
                arguments(
                        "weights: values",
                        "network.0.dense.weights: initial weights: values needs a list of numbers, such as"
                                + " {values: [0.1, 0.2]}."),
                arguments("weights: none", "network.0.dense.weights: unknown initial weights \"none\". There are: "));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void refusesValuesThatDoNotFitTheirLayer(String start, String expected) {
        SweepText text = new SweepText(
                "{rows: [[1, 2, a], [3, 4, b]]}",
                "[{dense: {units: 2, " + start + "}}, {output: {units: 2, loss: cross-entropy}}]",
                "{}",
                "");

        assertThat(text.problems()).singleElement().asString().contains(expected);
    }

    @Test
    void knowsTheWidthOfALayerAfterAnother() {
        SweepText text = SweepText.network("[{dense: {units: 3}}, {output: {units: 10, loss: cross-entropy, weights:"
                + " {values: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]}}}]");

        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains(
                        "network.1.output.weights: The initial weights have 1 rows of 10 values, but the layer needs 3"
                                + " rows");
    }

    @Test
    void readsTargets() throws SweepFileException {
        LayerSpec.Output output = (LayerSpec.Output) first(
                "[{output: {units: 1, loss: squared-error, activation: sigmoid, targets: {low: 0.1, high: 0.9}}}]");

        assertThat(output.encoding()).isEqualTo(new TargetEncoding(0.1, 0.9));
        assertThat(((LayerSpec.Output) first(
                                "[{output: {units: 1, loss: squared-error, activation: tanh, targets: {high: 0.9}}}]"))
                        .encoding())
                .isEqualTo(new TargetEncoding(-1, 0.9));
    }

    @Test
    void refusesTargetsOfALossThatFixesThem() {
        assertThat(SweepText.network("[{output: {units: 10, loss: cross-entropy, targets: {low: 0.1}}}]")
                        .problems())
                .containsExactly("line 3, network.0.output.targets: targets of cross-entropy are fixed: leave targets"
                        + " away, or use a loss such as squared-error.");
        assertThat(SweepText.network("[{output: {units: 10, loss: squared-error, targets: {low: 1}}}]")
                        .problems())
                .containsExactly("line 3, network.0.output.targets.low: low must be below high, but got 1.0 and 1.0.");
    }
}
