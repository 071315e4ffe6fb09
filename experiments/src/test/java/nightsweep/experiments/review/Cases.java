package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;

/** Configurations to review, and what is said of them. */
final class Cases {
    static final Initial RANDOM = new Initial.Scaled(Initial.Scale.XAVIER);
    static final Initial ZERO = new Initial.Constant(0);
    static final DatasetFacts TEN = new DatasetFacts(784, 10, 900, 100, 200, List.of(28, 28));
    static final DatasetFacts TWO = new DatasetFacts(2, 2, 250, 0, 250, List.of(2));
    static final DatasetSpec POINTS =
            new DatasetSpec(new DataSource.Plane(DataSource.Shape.XOR, 250, 250, 0, 1), new Scaling.None(), 0, 0, 0);
    static final DatasetSpec PIXELS = new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0.1, 0, 0);
    static final TrainingSpec ADAM = training(OptimizerName.ADAM, LearningRate.constant(0.001));

    private Cases() {}

    static List<String> invalid(DatasetSpec dataset, NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        return messages(Severity.INVALID, review(dataset, network, training, facts));
    }

    static List<String> doubtful(DatasetSpec dataset, NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        return messages(Severity.DOUBTFUL, review(dataset, network, training, facts));
    }

    static List<String> messages(Severity severity, List<Finding> findings) {
        assertThat(findings).allMatch(finding -> finding.severity() == severity);
        return findings.stream().map(Finding::message).toList();
    }

    static List<Finding> review(DatasetSpec dataset, NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        EvaluationSpec evaluation = new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT);
        return Review.of(new Configuration(1, Map.of(), dataset, network, training, evaluation), facts);
    }

    static NetworkSpec network(LayerSpec... layers) {
        return new NetworkSpec(List.of(layers));
    }

    /** The layers, before a usual output layer for two classes. */
    static NetworkSpec hidden(LayerSpec... layers) {
        List<LayerSpec> all = new ArrayList<>(List.of(layers));
        all.add(output(1, ActivationName.SIGMOID, LossName.BINARY_CROSS_ENTROPY));
        return new NetworkSpec(all);
    }

    static NetworkSpec oneUnit() {
        return hidden();
    }

    static LayerSpec dense(ActivationName activation, double dropout, Initial weights, Initial biases) {
        return new LayerSpec.Dense(4, Activation.of(activation), dropout, weights, biases);
    }

    static LayerSpec output(int units, ActivationName activation, LossName loss) {
        return new LayerSpec.Output(units, Activation.of(activation), loss, RANDOM, ZERO);
    }

    static TrainingSpec training(OptimizerName optimizer, LearningRate rate) {
        return TrainingSpec.builder(5, 16, optimizer.defaults(), rate).build();
    }

    static TrainingSpec batches(int size, TrainingSpec.LastBatch lastBatch) {
        return TrainingSpec.builder(5, size, OptimizerName.ADAM.defaults(), LearningRate.constant(0.001))
                .lastBatch(lastBatch)
                .build();
    }
}
