package nightsweep.worker.engine.fused.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import nightsweep.worker.engine.fused.Trials;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with batch normalisation: smaller minibatches, looks, and the same bits in any way of computing. */
class NormalizationStageTest {
    private static final ExampleSet EXAMPLES = Trials.examples(4);
    private static final int[] ORDER = Trials.order();
    private static final List<Integer> BATCHES = List.of(16, 5, 16, 1, 2);

    static List<NetworkSpec> networks() {
        return List.of(Trials.normalized(), Trials.normalizedImages());
    }

    /** Of one example Deeplearning4j can make nothing. */
    @ParameterizedTest
    @MethodSource("networks")
    void agreesOnSmallerMinibatches(NetworkSpec network) {
        try (Learner fused = learner(FusedEngine.best(), network, OptimizerName.SGD);
                Learner reference = learner(new Dl4jEngine(), network, OptimizerName.SGD)) {
            int step = 0;
            for (int batch : new int[] {16, 5, 16, 2}) {
                double loss = fused.train(EXAMPLES, ORDER, 0, batch, step, 0).lossSum();

                assertThat(loss)
                        .as("minibatch of %d", batch)
                        .isCloseTo(
                                reference
                                        .train(EXAMPLES, ORDER, 0, batch, step, 0)
                                        .lossSum(),
                                within(1e-3));
                step++;
            }
            for (int i = 0; i < fused.parameters().size(); i++) {
                assertThat(fused.parameters().get(i).tensors().get(0).values())
                        .containsExactly(
                                reference.parameters().get(i).tensors().get(0).values(), within(1e-3f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void trainsTheSameBitsWithAndWithoutVectors(NetworkSpec network) {
        List<LayerParameters> fast = trained(FusedEngine.best(), network, false);

        assertThat(trained(FusedEngine.with(new PlainKernels()), network, false))
                .usingRecursiveComparison()
                .isEqualTo(fast);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void looksChangeNothingThatIsKept(NetworkSpec network) {
        List<LayerParameters> undisturbed = trained(FusedEngine.best(), network, false);

        assertThat(trained(FusedEngine.best(), network, true))
                .usingRecursiveComparison()
                .isEqualTo(undisturbed);
    }

    private static List<LayerParameters> trained(Engine engine, NetworkSpec network, boolean looking) {
        try (Learner learner = learner(engine, network, OptimizerName.ADAM)) {
            int step = 0;
            for (int batch : BATCHES) {
                double loss = learner.train(EXAMPLES, ORDER, step * 16, step * 16 + batch, step, 0)
                        .lossSum();
                assertThat(loss).as("minibatch of %d", batch).isFinite();
                step++;
                if (looking) {
                    learner.gradients(EXAMPLES, ORDER, 0, 64);
                    int[] predictions = new int[50];
                    learner.test(EXAMPLES, ORDER, 0, 50, predictions, Learner.TestMode.WITH_DROPOUT);
                }
            }
            return learner.parameters();
        }
    }

    private static Learner learner(Engine engine, NetworkSpec network, OptimizerName optimizer) {
        Trial trial = Trials.of(network, Trials.training(optimizer));
        return engine.learner(trial, Trials.dataset(EXAMPLES));
    }
}
