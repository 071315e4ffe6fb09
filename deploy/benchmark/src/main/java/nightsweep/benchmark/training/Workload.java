package nightsweep.benchmark.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightsweep.experiments.dataset.DatasetSpec;
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
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;

/**
 * A network of relu units with softmax at its end, or one sigmoid unit, and how it is trained, to be timed.
 *
 * @param widths inputs, hidden units, outputs
 * @param dropout of every hidden layer
 * @param normalized whether a batch normalisation comes after each of them
 */
record Workload(List<Integer> widths, double dropout, int batch, OptimizerName optimizer, boolean normalized) {
    private static final double LEARNING_RATE = 0.01;
    private static final int SEED = 42;

    /** The network of the published experiments: 784-512-128-10, dropout 0.2, batches of 64. */
    static Workload headline(OptimizerName optimizer) {
        return new Workload(List.of(784, 512, 128, 10), 0.2, 64, optimizer, false);
    }

    /** The same with batch normalisation. */
    Workload withNormalization() {
        return new Workload(widths, dropout, batch, optimizer, true);
    }

    /** Such as {@code 784-512-128-10}. */
    String sketch() {
        return widths.stream().map(Object::toString).collect(Collectors.joining("-"));
    }

    /** A trial of it of one epoch. */
    Trial trial(DatasetSpec dataset) {
        return trial(dataset, 1);
    }

    /** A trial of it. */
    Trial trial(DatasetSpec dataset, int epochs) {
        Initial initial = new Initial.Scaled(Initial.Scale.FAN_IN_UNIFORM);
        Activation relu = Activation.of(ActivationName.RELU);
        List<LayerSpec> layers = new ArrayList<>();
        for (int units : widths.subList(1, widths.size() - 1)) {
            layers.add(new LayerSpec.Dense(units, relu, dropout, initial, initial));
            if (normalized) {
                layers.add(new LayerSpec.BatchNormalization(0.9, 1e-5));
            }
        }
        int outputs = widths.get(widths.size() - 1);
        layers.add(
                outputs == 1
                        ? new LayerSpec.Output(
                                outputs,
                                Activation.of(ActivationName.SIGMOID),
                                LossName.BINARY_CROSS_ENTROPY,
                                initial,
                                initial)
                        : new LayerSpec.Output(
                                outputs,
                                Activation.of(ActivationName.SOFTMAX),
                                LossName.CROSS_ENTROPY,
                                initial,
                                initial));
        return trial(dataset, new NetworkSpec(layers), training(epochs, batch, optimizer));
    }

    /** Whole minibatches in a new order each epoch. */
    static TrainingSpec training(int epochs, int batch, OptimizerName optimizer) {
        return TrainingSpec.builder(epochs, batch, optimizer.defaults(), LearningRate.constant(LEARNING_RATE))
                .lastBatch(TrainingSpec.LastBatch.DROP)
                .build();
    }

    /** The only trial of a sweep. */
    static Trial trial(DatasetSpec dataset, NetworkSpec network, TrainingSpec training) {
        EvaluationSpec evaluation = new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT);
        Configuration configuration = new Configuration(1, Map.of(), dataset, network, training, evaluation);
        Objective objective = new Objective(Metric.ACCURACY, Objective.Goal.MAXIMIZE);
        return new Sweep("benchmark", "", List.of(), List.of(configuration), objective, 1, SEED, List.of())
                .trials()
                .get(0);
    }
}
