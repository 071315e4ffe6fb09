package nightsweep.worker.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeTest {
    private static final ExampleSet EXAMPLES = Fixtures.clouds(100, 4, 2, 3);

    static List<Engine> engines() {
        return List.of(new Dl4jEngine(), FusedEngine.best());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void countsUnitsThatNoExampleMoves(Engine engine) {
        LayerSpec asleep = new LayerSpec.Dense(
                5, Activation.of(ActivationName.RELU), 0.5, new Initial.Constant(0.25), new Initial.Constant(-100));
        LayerSpec awake = new LayerSpec.Dense(
                3, Activation.of(ActivationName.RELU), 0.5, new Initial.Constant(0.5), new Initial.Constant(1));
        NetworkSpec network = new NetworkSpec(
                List.of(asleep, awake, Fixtures.output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 8, new Sgd(), 0.1));
        try (Learner learner = engine.learner(trial, Fixtures.dataset(EXAMPLES, 2))) {
            List<LayerMetrics> layers =
                    new Probe(network, EXAMPLES, 8, EvaluationSpec.Histograms.WEIGHTS).look(learner);

            assertThat(layers).extracting(LayerMetrics::layer).containsExactly("dense 1", "dense 2", "output");
            assertThat(layers).extracting(LayerMetrics::units).containsExactly(5, 3, 2);
            assertThat(layers)
                    .extracting(layer -> layer.weights().count())
                    .containsExactly((long) EXAMPLES.width() * 5, 15L, 6L);
            assertThat(layers)
                    .allSatisfy(layer -> assertThat(Math.sqrt(layer.weights().squares()))
                            .isCloseTo(layer.weightNorm(), within(1e-9)));
            assertThat(new Probe(network, EXAMPLES, 8, EvaluationSpec.Histograms.NONE).look(learner))
                    .allMatch(layer -> layer.weights().missing());
            assertThat(layers).extracting(LayerMetrics::deadUnits).containsExactly(5, 0, 0);
            assertThat(layers.get(0).gradientNorm()).isZero();
            assertThat(layers.get(0).weightNorm()).isCloseTo(0.25 * Math.sqrt(20), within(1e-6));
            assertThat(layers.get(1).gradientNorm()).isZero();
            assertThat(layers.get(2).gradientNorm()).isPositive();
        }
    }
}
