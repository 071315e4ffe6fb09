package nightsweep.worker.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;

/** Small trials and data sets for tests. */
public final class Fixtures {
    public static final Initial SMALL = new Initial.Uniform(-0.5, 0.5);
    public static final long SWEEP_SEED = 42;

    private Fixtures() {}

    /** A sweep's only trial. */
    public static Trial trial(NetworkSpec network, TrainingSpec training) {
        return trial(network, training, EvaluationSpec.Dropout.WITHOUT);
    }

    /** A sweep's only trial, tested as {@code dropout} says. */
    public static Trial trial(NetworkSpec network, TrainingSpec training, EvaluationSpec.Dropout dropout) {
        DatasetSpec dataset = new DatasetSpec(new DataSource.Folder("made-by-hand"), new Scaling.None(), 0, 0, 0);
        Configuration configuration =
                new Configuration(1, Map.of(), dataset, network, training, new EvaluationSpec(dropout));
        Objective objective = new Objective(Metric.ACCURACY, Objective.Goal.MAXIMIZE);
        return new Sweep("test", "", List.of(), List.of(configuration), objective, 1, SWEEP_SEED, List.of())
                .trials()
                .get(0);
    }

    /** Hidden layers of {@code units} and an output layer, all starting {@link #SMALL}. */
    public static NetworkSpec network(
            List<Integer> units, ActivationName hidden, double dropout, LayerSpec.Output output) {
        List<LayerSpec> layers = new ArrayList<>();
        units.forEach(width -> layers.add(new LayerSpec.Dense(width, Activation.of(hidden), dropout, SMALL, SMALL)));
        layers.add(output);
        return new NetworkSpec(layers);
    }

    /** An output layer that starts {@link #SMALL}. */
    public static LayerSpec.Output output(int units, ActivationName activation, LossName loss) {
        return new LayerSpec.Output(units, Activation.of(activation), loss, SMALL, SMALL);
    }

    /** Two inputs, one output unit without activation, squared error: what optimizers are followed on by hand. */
    public static NetworkSpec linear() {
        return network(
                List.of(), ActivationName.IDENTITY, 0, output(1, ActivationName.IDENTITY, LossName.SQUARED_ERROR));
    }

    /** Stored order, constant rate, no penalty, no clipping. */
    public static TrainingSpec training(int epochs, int batchSize, OptimizerSpec optimizer, double rate) {
        return TrainingSpec.builder(epochs, batchSize, optimizer, LearningRate.constant(rate))
                .order(TrainingSpec.Order.AS_STORED)
                .build();
    }

    /** The same with penalties. */
    public static TrainingSpec with(TrainingSpec training, Penalty penalty) {
        return training.builder().penalty(penalty).build();
    }

    /** The same with clipped gradients. */
    public static TrainingSpec with(TrainingSpec training, Clipping clipping) {
        return training.builder().clipping(clipping).build();
    }

    /** The same with another learning rate. */
    public static TrainingSpec with(TrainingSpec training, LearningRate rate) {
        return training.builder().learningRate(rate).build();
    }

    /** Examples given row by row. */
    public static ExampleSet examples(int width, float[] features, int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        int[] rows = IntStream.range(0, labels.length).toArray();
        return new ExampleSet(new Features.Floats(features), width, rows, bytes, ColumnScale.uniform(1, 0));
    }

    /** The four points of exclusive or. */
    public static ExampleSet xor() {
        return examples(2, new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 0, 1, 1, 0);
    }

    /** Gaussian clouds around one centre a class. */
    public static ExampleSet clouds(int examples, int width, int classes, long seed) {
        Random random = new Random(seed);
        float[] features = new float[examples * width];
        int[] labels = new int[examples];
        for (int example = 0; example < examples; example++) {
            labels[example] = example % classes;
            for (int column = 0; column < width; column++) {
                double centre = column % classes == labels[example] ? 1 : 0;
                features[example * width + column] = (float) (centre + 0.4 * random.nextGaussian());
            }
        }
        return examples(width, features, labels);
    }

    /** Trained, validated and tested on the same examples. */
    public static Dataset dataset(ExampleSet examples, int classes) {
        List<String> labels =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new Dataset(
                "made-by-hand", labels, List.of(examples.width()), examples, Optional.of(examples), examples, "abc");
    }

    /** The examples in the order in which they are stored. */
    public static int[] order(ExampleSet examples) {
        return IntStream.range(0, examples.size()).toArray();
    }
}
