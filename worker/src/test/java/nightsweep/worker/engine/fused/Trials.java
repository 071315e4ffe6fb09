package nightsweep.worker.engine.fused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;

/** Small trials for both engines. */
public final class Trials {
    static final int EXAMPLES = 200;
    static final int BATCH = 16;
    static final int SIDE = 5;
    static final int INPUTS = SIDE * SIDE;

    private static final Initial START = new Initial.Scaled(Initial.Scale.FAN_IN_UNIFORM);

    private static final Activation TANH = Activation.of(ActivationName.TANH);

    private Trials() {}

    public static Trial of(NetworkSpec network, TrainingSpec training) {
        DatasetSpec dataset = new DatasetSpec(new DataSource.Folder("made-up"), new Scaling.None(), 0, 0, 0);
        EvaluationSpec evaluation = new EvaluationSpec(EvaluationSpec.Dropout.BOTH);
        return new Trial(
                1,
                new TrialId("t-000000000000"),
                new Configuration(1, Map.of(), dataset, network, training, evaluation),
                0,
                20_26L);
    }

    static LayerSpec dense(int units, ActivationName activation, double dropout) {
        return new LayerSpec.Dense(units, Activation.of(activation), dropout, START, START);
    }

    static LayerSpec output(int units, ActivationName activation, LossName loss) {
        return new LayerSpec.Output(units, Activation.of(activation), loss, START, START);
    }

    /** Dropout of the input, of a hidden layer by itself, and twice over. */
    static NetworkSpec dropping() {
        return new NetworkSpec(List.of(
                new LayerSpec.Dropout(0.1),
                dense(21, ActivationName.TANH, 0.2),
                dense(18, ActivationName.RELU, 0.2),
                new LayerSpec.Dropout(0.3),
                output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
    }

    /** Over images of 5x5 pixels. */
    static NetworkSpec images(Window.Padding padding, LayerSpec.Pooling.Kind kind) {
        return new NetworkSpec(List.of(
                new LayerSpec.Dropout(0.1),
                new LayerSpec.Convolution(7, new Window(2, 1, padding), TANH, START, START),
                new LayerSpec.Dropout(0.2),
                new LayerSpec.Pooling(kind, new Window(2, 1, Window.Padding.VALID)),
                new LayerSpec.Dropout(0.1),
                new LayerSpec.Convolution(4, new Window(2, 1, padding), TANH, START, START),
                new LayerSpec.Dropout(0.2),
                dense(9, ActivationName.TANH, 0),
                output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
    }

    /** Of the input, of activations and after dropout. */
    public static NetworkSpec normalized() {
        return new NetworkSpec(List.of(
                new LayerSpec.BatchNormalization(0.9, 1e-2),
                dense(21, ActivationName.TANH, 0.2),
                new LayerSpec.BatchNormalization(0.8, 1e-1),
                dense(18, ActivationName.SIGMOID, 0),
                new LayerSpec.BatchNormalization(0.9, 1e-1),
                new LayerSpec.Dropout(0.3),
                output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
    }

    /** Of images of 5x5 pixels, of what windows make of them, and of rows after them. */
    public static NetworkSpec normalizedImages() {
        Window window = new Window(2, 1, Window.Padding.SAME);
        return new NetworkSpec(List.of(
                new LayerSpec.BatchNormalization(0.9, 1e-2),
                new LayerSpec.Convolution(7, window, TANH, START, START),
                new LayerSpec.Dropout(0.2),
                new LayerSpec.BatchNormalization(0.9, 1e-2),
                new LayerSpec.Pooling(LayerSpec.Pooling.Kind.MAX, new Window(2, 1, Window.Padding.VALID)),
                new LayerSpec.Convolution(17, window, TANH, START, START),
                new LayerSpec.BatchNormalization(0.8, 1e-2),
                new LayerSpec.Dropout(0.1),
                dense(9, ActivationName.TANH, 0.1),
                new LayerSpec.BatchNormalization(0.9, 1e-1),
                output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
    }

    public static TrainingSpec training(OptimizerName optimizer) {
        return training(optimizer.defaults(), optimizer.usualLearningRate(), Penalty.NONE, Clipping.NONE);
    }

    public static TrainingSpec training(OptimizerSpec optimizer, double rate, Penalty penalty, Clipping clipping) {
        return training(optimizer, LearningRate.constant(rate), penalty, clipping);
    }

    public static TrainingSpec training(
            OptimizerSpec optimizer, LearningRate rate, Penalty penalty, Clipping clipping) {
        return TrainingSpec.builder(1, BATCH, optimizer, rate)
                .penalty(penalty)
                .clipping(clipping)
                .build();
    }

    /** Bytes with a pattern for each class, a third of them noise. */
    public static ExampleSet examples(int classes) {
        SplittableRandom random = new SplittableRandom(5);
        byte[] features = new byte[EXAMPLES * INPUTS];
        byte[] labels = new byte[EXAMPLES];
        for (int example = 0; example < EXAMPLES; example++) {
            labels[example] = (byte) random.nextInt(classes);
            for (int column = 0; column < INPUTS; column++) {
                int signal = column % classes == labels[example] ? 200 : 0;
                features[example * INPUTS + column] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : signal);
            }
        }
        return new ExampleSet(new Features.Bytes(features), INPUTS, order(), labels, ColumnScale.uniform(1 / 255.0, 0));
    }

    public static Dataset dataset(ExampleSet examples) {
        int classes =
                IntStream.range(0, examples.size()).map(examples::label).max().orElseThrow() + 1;
        return new Dataset(
                "made-up",
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                List.of(SIDE, SIDE),
                examples,
                Optional.empty(),
                examples,
                "checksum");
    }

    public static int[] order() {
        return IntStream.range(0, EXAMPLES).toArray();
    }
}
