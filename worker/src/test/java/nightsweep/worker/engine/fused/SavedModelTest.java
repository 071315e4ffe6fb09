package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.dl4j.ModelZip;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the fused engine trained, opened by Deeplearning4j alone. */
class SavedModelTest {
    private static final ExampleSet EXAMPLES = Trials.examples(4);
    private static final int STEPS = 600;

    static Stream<ActivationName> kept() {
        return Stream.of(ActivationName.values())
                .filter(name -> name != ActivationName.SOFTMAX && ModelZip.keeps(Activation.of(name)));
    }

    @Test
    void keepsWhatDeeplearning4jComputesAlike() {
        assertThat(kept())
                .hasSizeGreaterThanOrEqualTo(17)
                .doesNotContain(ActivationName.GELU, ActivationName.GELU_TANH, ActivationName.HARD_SIGMOID);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void predictsAlikeInDeeplearning4j(ActivationName activation) throws IOException {
        NetworkSpec network = new NetworkSpec(List.of(
                Trials.dense(24, activation, 0.2),
                Trials.dense(12, activation, 0.2),
                Trials.output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));

        int[] predictions = predictsAlike(network, FusedEngine.best());

        // No pre-activation of this small network is above the threshold.
        int least = activation == ActivationName.THRESHOLDED_RELU ? 1 : 2;
        assertThat(Arrays.stream(predictions).distinct().count()).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @EnumSource
    void predictsImagesAlikeInDeeplearning4j(LayerSpec.Pooling.Kind kind) throws IOException {
        int[] predictions = predictsAlike(Trials.images(Window.Padding.SAME, kind), FusedEngine.best());

        assertThat(Arrays.stream(predictions).distinct().count()).isEqualTo(4);
    }

    @Test
    void predictsNormalizedImagesAlikeInDeeplearning4j() throws IOException {
        List<LayerSpec> layers = new ArrayList<>(
                Trials.images(Window.Padding.VALID, LayerSpec.Pooling.Kind.MAX).layers());
        layers.add(2, new LayerSpec.BatchNormalization(0.9, 1e-5));
        layers.add(layers.size() - 1, new LayerSpec.Flatten());
        layers.add(layers.size() - 1, new LayerSpec.BatchNormalization(0.9, 1e-5));

        int[] predictions = predictsAlike(new NetworkSpec(layers), FusedEngine.best());

        assertThat(Arrays.stream(predictions).distinct().count()).isEqualTo(4);
    }

    private static int[] predictsAlike(NetworkSpec network, Engine engine) throws IOException {
        Trial trial = Trials.of(network, Trials.training(OptimizerName.ADAM));
        int[] expected = new int[Trials.EXAMPLES];
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (Learner learner = engine.learner(trial, Trials.dataset(EXAMPLES))) {
            for (int step = 0; step < STEPS; step++) {
                int from = step * Trials.BATCH % (Trials.EXAMPLES - Trials.BATCH);
                learner.train(EXAMPLES, Trials.order(), from, from + Trials.BATCH, step, 0);
            }
            learner.test(EXAMPLES, Trials.order(), 0, Trials.EXAMPLES, expected, Learner.TestMode.WITHOUT_DROPOUT);
            ModelZip.write(network, Trials.dataset(EXAMPLES).input(), learner.parameters(), zip);
        }

        MultiLayerNetwork opened =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip.toByteArray()));

        assertThat(opened.predict(features())).isEqualTo(expected);
        return expected;
    }

    @Test
    void predictsAlikeInDeeplearning4jWithItsHardSigmoid() throws IOException {
        Initial start = new Initial.Scaled(Initial.Scale.FAN_IN_UNIFORM);
        Activation itsOwn = new Activation(ActivationName.HARD_SIGMOID, List.of(0.2));
        NetworkSpec network = new NetworkSpec(List.of(
                new LayerSpec.Dense(24, itsOwn, 0, start, start),
                Trials.output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));

        int[] predictions = predictsAlike(network, FusedEngine.best());

        assertThat(Arrays.stream(predictions).distinct().count()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GELU | Deeplearning4j has no exact GELU, only approximations.",
                "GELU_TANH | Deeplearning4j has no GELU by the usual tanh approximation.",
                "HARD_SIGMOID | Deeplearning4j has no hard sigmoid but that of slope 0.2, {hard-sigmoid: {slope: 0.2}}."
            })
    void refusesWhatDeeplearning4jComputesOtherwise(ActivationName activation, String message) {
        NetworkSpec network = new NetworkSpec(List.of(
                Trials.dense(2, activation, 0), Trials.output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
        List<LayerParameters> parameters = List.of(
                new LayerParameters(2, 2, new float[4], new float[2]),
                new LayerParameters(2, 2, new float[4], new float[2]));

        assertThatThrownBy(() -> ModelZip.write(network, new Shape.Row(2), parameters, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static INDArray features() {
        FloatBuffer values = FloatBuffer.allocate(Trials.EXAMPLES * EXAMPLES.width());
        EXAMPLES.gather(Trials.order(), 0, Trials.EXAMPLES, values);
        return Nd4j.createFromArray(values.array()).reshape(Trials.EXAMPLES, EXAMPLES.width());
    }
}
