package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;

/** Sweeps to plan. */
public final class Sweeps {
    static final DatasetFacts MNIST = new DatasetFacts(784, 10, 54_000, 6_000, 10_000, List.of(28, 28));
    static final Objective ACCURACY = new Objective(Metric.ACCURACY, Objective.Goal.MAXIMIZE);

    private static final Initial RANDOM = new Initial.Scaled(Initial.Scale.FAN_IN_UNIFORM);

    private Sweeps() {}

    /** Two output activations by two optimizers on mnist; relu outputs are doubtful. */
    static Sweep outputs(int repeats) {
        List<Configuration> configurations = new ArrayList<>();
        for (ActivationName activation : List.of(ActivationName.SOFTMAX, ActivationName.RELU)) {
            for (OptimizerName optimizer : List.of(OptimizerName.SGD, OptimizerName.ADAM)) {
                Map<String, String> point = new LinkedHashMap<>();
                point.put("output", activation.label());
                point.put("optimizer", optimizer.label());
                configurations.add(new Configuration(
                        configurations.size() + 1,
                        point,
                        mnist(0.1),
                        network(List.of(512, 128), 10, activation),
                        training(optimizer, 64, 15),
                        new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT)));
            }
        }
        List<Axis> axes =
                List.of(new Axis("output", List.of("softmax", "relu")), new Axis("optimizer", List.of("sgd", "adam")));
        return new Sweep("outputs", "Output activations.", axes, configurations, ACCURACY, repeats, 42, List.of());
    }

    /** One configuration for each number of output units, on mnist, without validation. */
    static Sweep widths(int... units) {
        List<Configuration> configurations = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int width : units) {
            values.add(Integer.toString(width));
            configurations.add(configuration(
                    configurations.size() + 1,
                    Map.of("units", Integer.toString(width)),
                    mnist(0),
                    network(List.of(), width, ActivationName.SOFTMAX)));
        }
        return sweep("widths", new Axis("units", values), configurations);
    }

    /** One configuration for each data set. */
    static Sweep datasets(DatasetSpec... datasets) {
        List<Configuration> configurations = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (DatasetSpec dataset : datasets) {
            String value = "d" + (values.size() + 1);
            values.add(value);
            configurations.add(configuration(
                    configurations.size() + 1,
                    Map.of("data", value),
                    dataset,
                    network(List.of(), 10, ActivationName.SOFTMAX)));
        }
        return sweep("datasets", new Axis("data", values), configurations);
    }

    static Configuration configuration(
            int number, Map<String, String> point, DatasetSpec dataset, NetworkSpec network) {
        return new Configuration(
                number,
                point,
                dataset,
                network,
                training(OptimizerName.SGD, 64, 1),
                new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT));
    }

    public static Sweep sweep(String name, Axis axis, List<Configuration> configurations) {
        return new Sweep(name, "", List.of(axis), configurations, ACCURACY, 1, 42, List.of());
    }

    static DatasetSpec mnist(double validation) {
        return new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), validation, 0, 0);
    }

    static DatasetSpec folder(String name) {
        return new DatasetSpec(new DataSource.Folder(name), new Scaling.Unit(), 0, 0, 0);
    }

    static NetworkSpec network(List<Integer> hidden, int outputs, ActivationName output) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int units : hidden) {
            layers.add(new LayerSpec.Dense(units, Activation.of(ActivationName.RELU), 0.2, RANDOM, RANDOM));
        }
        layers.add(new LayerSpec.Output(outputs, Activation.of(output), LossName.CROSS_ENTROPY, RANDOM, RANDOM));
        return new NetworkSpec(layers);
    }

    static TrainingSpec training(OptimizerName optimizer, int batchSize, int epochs) {
        return TrainingSpec.builder(epochs, batchSize, optimizer.defaults(), LearningRate.constant(0.01))
                .build();
    }
}
