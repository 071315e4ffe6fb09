package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.DataSource;
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
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.Sgd;

/** Sweeps to summarise: a grid over axes, of which {@code loss} sets the loss and {@code validation} the split. */
public record Sweeps(
        List<Axis> axes,
        Metric metric,
        double validation,
        EvaluationSpec.Dropout dropout,
        int repeats,
        List<PublishedRow> published) {

    public static Sweeps over(Axis... axes) {
        return new Sweeps(List.of(axes), Metric.ACCURACY, 0, EvaluationSpec.Dropout.WITHOUT, 1, List.of());
    }

    public Sweeps on(Metric metric) {
        return new Sweeps(axes, metric, validation, dropout, repeats, published);
    }

    public Sweeps validated() {
        return new Sweeps(axes, metric, 0.1, dropout, repeats, published);
    }

    Sweeps withDropout() {
        return new Sweeps(axes, metric, validation, EvaluationSpec.Dropout.BOTH, repeats, published);
    }

    public Sweeps repeated(int repeats) {
        return new Sweeps(axes, metric, validation, dropout, repeats, published);
    }

    public Sweeps beside(PublishedRow... published) {
        return new Sweeps(axes, metric, validation, dropout, repeats, List.of(published));
    }

    public Sweep sweep() {
        List<Map<String, String>> points = new ArrayList<>(List.of(Map.of()));
        for (Axis axis : axes) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> point : points) {
                for (String value : axis.values()) {
                    Map<String, String> next = new LinkedHashMap<>(point);
                    next.put(axis.name(), value);
                    longer.add(next);
                }
            }
            points = longer;
        }
        List<Configuration> configurations = new ArrayList<>();
        for (Map<String, String> point : points) {
            configurations.add(configuration(configurations.size() + 1, point));
        }
        Objective objective = new Objective(metric, metric.usualGoal());
        return new Sweep("example", "", axes, configurations, objective, repeats, 42, published);
    }

    /** The batch size is the number, so that each configuration has trials of its own. */
    private Configuration configuration(int number, Map<String, String> point) {
        LossName loss = LossName.CROSS_ENTROPY;
        for (LossName name : LossName.values()) {
            loss = name.label().equals(point.get("loss")) ? name : loss;
        }
        Initial zero = new Initial.Constant(0);
        LayerSpec output = new LayerSpec.Output(3, Activation.of(ActivationName.SOFTMAX), loss, zero, zero);
        double kept = Double.parseDouble(point.getOrDefault("validation", Double.toString(validation)));
        return new Configuration(
                number,
                point,
                new DatasetSpec(new DataSource.Folder("example"), new Scaling.Unit(), kept, 0, 0),
                new NetworkSpec(List.of(output)),
                TrainingSpec.builder(2, number, new Sgd(), LearningRate.constant(0.1))
                        .build(),
                new EvaluationSpec(dropout));
    }
}
