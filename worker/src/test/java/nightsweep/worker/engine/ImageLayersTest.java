package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.network.Window.Padding;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageLayersTest {
    private static final Shape.Planes IMAGES = new Shape.Planes(2, 6, 5);
    private static final int COUNT = 4;
    private static final int CLASSES = 3;
    private static final double RATE = 0.01;
    private static final LayerSpec.Output OUTPUT =
            Fixtures.output(CLASSES, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);

    private final float[][] images = new float[COUNT][IMAGES.values()];
    private final int[] labels = {0, 1, 2, 0};
    private final ExampleSet examples = examples();
    private final int[] order = Fixtures.order(examples);

    private static LayerSpec convolution(int filters, int size, int stride, Padding padding) {
        return new LayerSpec.Convolution(
                filters,
                new Window(size, stride, padding),
                Activation.of(ActivationName.TANH),
                Fixtures.SMALL,
                Fixtures.SMALL);
    }

    private static LayerSpec pooling(LayerSpec.Pooling.Kind kind, int size, int stride) {
        return new LayerSpec.Pooling(kind, new Window(size, stride, Padding.VALID));
    }

    private static final LayerSpec NORMALIZATION = new LayerSpec.BatchNormalization(0.9, 1e-3);

    static Stream<Arguments> networks() {
        return Stream.of(
                        List.of(convolution(3, 3, 1, Padding.VALID), OUTPUT),
                        List.of(convolution(3, 3, 1, Padding.SAME), new LayerSpec.Flatten(), OUTPUT),
                        List.of(convolution(2, 2, 2, Padding.SAME), OUTPUT),
                        List.of(convolution(16, 2, 2, Padding.SAME), convolution(17, 3, 1, Padding.SAME), OUTPUT),
                        List.of(pooling(LayerSpec.Pooling.Kind.MAX, 2, 2), OUTPUT),
                        List.of(
                                convolution(3, 2, 1, Padding.VALID),
                                pooling(LayerSpec.Pooling.Kind.AVERAGE, 2, 1),
                                convolution(2, 2, 1, Padding.VALID),
                                OUTPUT),
                        List.of(
                                convolution(5, 2, 1, Padding.VALID),
                                pooling(LayerSpec.Pooling.Kind.MAX, 2, 1),
                                pooling(LayerSpec.Pooling.Kind.MAX, 2, 2),
                                OUTPUT),
                        List.of(pooling(LayerSpec.Pooling.Kind.AVERAGE, 2, 2), new LayerSpec.Flatten(), OUTPUT),
                        List.of(convolution(3, 3, 1, Padding.VALID), NORMALIZATION, OUTPUT),
                        List.of(NORMALIZATION, OUTPUT))
                .map(NetworkSpec::new)
                .flatMap(network -> everyEngine().map(engine -> Arguments.of(engine, network)));
    }

    private static Stream<Engine> everyEngine() {
        return Stream.of(new Dl4jEngine(), FusedEngine.best(), FusedEngine.with(new PlainKernels()));
    }

    static Stream<Engine> engines() {
        return Stream.of(new Dl4jEngine(), FusedEngine.best());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void trainsByTheGradientOfThePlainLoss(Engine engine, NetworkSpec network) {
        PlainNetwork plain = new PlainNetwork(network, IMAGES);
        try (Learner learner = learner(engine, network)) {
            List<double[][]> parameters = PlainNetwork.doubles(learner.parameters());
            double loss = plain.loss(parameters, images, labels);

            double told = learner.train(examples, order, 0, COUNT, 0, 0).lossSum();

            assertThat(told).isCloseTo(loss, within(1e-5));
            List<LayerParameters> after = learner.parameters();
            for (int layer = 0; layer < after.size(); layer++) {
                double[][] before = parameters.get(layer);
                for (int i = 0; i < before.length; i++) {
                    float[] moved = after.get(layer).tensors().get(i).values();
                    compare(plain, parameters, before[i], moved, before[i].length);
                }
            }
        }
    }

    private void compare(PlainNetwork plain, List<double[][]> all, double[] before, float[] after, int count) {
        double h = 1e-5;
        for (int i = 0; i < count; i += 1 + count / 20) {
            double kept = before[i];
            before[i] = kept + h;
            double above = plain.loss(all, images, labels);
            before[i] = kept - h;
            double below = plain.loss(all, images, labels);
            before[i] = kept;
            double gradient = (above - below) / (2 * h) / COUNT;
            assertThat((kept - after[i]) / RATE).as("parameter %d", i).isCloseTo(gradient, within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("everyEngine")
    void keepsMeansAndVariancesOfBatchesForTesting(Engine engine) {
        NetworkSpec network = new NetworkSpec(List.of(NORMALIZATION, OUTPUT));
        try (Learner learner = learner(engine, network)) {
            learner.train(examples, order, 0, COUNT, 0, 0);

            float[] kept = learner.parameters()
                    .get(0)
                    .tensor(LayerParameters.KEPT_MEANS)
                    .values();
            int pixels = IMAGES.height() * IMAGES.width();
            for (int channel = 0; channel < 2; channel++) {
                double sum = 0;
                for (float[] image : images) {
                    for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
                        sum += image[i];
                    }
                }
                assertThat(kept[channel]).isCloseTo((float) (0.1 * sum / (COUNT * pixels)), within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void goesOnFromItsStateWithTheSameBits(Engine engine) {
        NetworkSpec network = new NetworkSpec(List.of(
                convolution(3, 3, 1, Padding.SAME),
                NORMALIZATION,
                pooling(LayerSpec.Pooling.Kind.MAX, 2, 2),
                new LayerSpec.Dropout(0.3),
                OUTPUT));
        try (Learner whole = learner(engine, network);
                Learner resumed = learner(engine, network)) {
            whole.train(examples, order, 0, COUNT, 0, 0);
            List<FloatBuffer> from = whole.state();
            List<FloatBuffer> to = resumed.state();
            for (int i = 0; i < from.size(); i++) {
                for (int at = 0; at < from.get(i).capacity(); at++) {
                    to.get(i).put(at, from.get(i).get(at));
                }
            }
            double expected = whole.train(examples, order, 0, COUNT, 1, 0).lossSum();

            assertThat(resumed.train(examples, order, 0, COUNT, 1, 0).lossSum()).isEqualTo(expected);
            assertThat(test(resumed)).isEqualTo(test(whole));
        }
    }

    private double test(Learner learner) {
        return learner.test(examples, order, 0, COUNT, new int[COUNT], Learner.TestMode.WITH_DROPOUT)
                .lossSum();
    }

    private Learner learner(Engine engine, NetworkSpec network) {
        Trial trial = Fixtures.trial(network, Fixtures.training(1, COUNT, OptimizerName.SGD.defaults(), RATE));
        Dataset dataset = new Dataset(
                "images",
                List.of("0", "1", "2"),
                List.of(IMAGES.channels(), IMAGES.height(), IMAGES.width()),
                examples,
                Optional.empty(),
                examples,
                "abc");
        return engine.learner(trial, dataset);
    }

    private ExampleSet examples() {
        Random random = new Random(5);
        float[] all = new float[COUNT * IMAGES.values()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) random.nextGaussian();
            images[i / IMAGES.values()][i % IMAGES.values()] = all[i];
        }
        return Fixtures.examples(IMAGES.values(), all, labels);
    }
}
