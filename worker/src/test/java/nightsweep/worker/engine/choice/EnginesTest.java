package nightsweep.worker.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import org.junit.jupiter.api.Test;

class EnginesTest {
    private final Engines engines = Engines.standard();

    @Test
    void takesTheFastEngineWhereItCan() {
        EngineSelection selection = engines.select(network(ActivationName.RELU), training(EngineChoice.AUTO));

        assertThat(selection.describe()).isEqualTo("fused");
    }

    @Test
    void saysWhyTheFastEngineIsNotTaken() {
        EngineSelection selection = engines.select(network(ActivationName.SOFTMAX), training(EngineChoice.AUTO));

        assertThat(selection.describe()).isEqualTo("dl4j: Softmax in a hidden layer is trained by DL4J only.");
    }

    @Test
    void takesTheEngineThatIsAskedFor() {
        NetworkSpec network = network(ActivationName.RELU);

        assertThat(engines.select(network, training(EngineChoice.DL4J)).describe())
                .isEqualTo("dl4j");
        assertThat(engines.select(network(ActivationName.SOFTMAX), training(EngineChoice.FUSED))
                        .describe())
                .isEqualTo("fused");
    }

    @Test
    void takesTheEngineOfDoublePrecisionWhereItIsAskedFor() {
        assertThat(engines.select(network(ActivationName.SOFTMAX), training(EngineChoice.DOUBLE))
                        .describe())
                .isEqualTo("double");
    }

    private static NetworkSpec network(ActivationName hidden) {
        Initial zero = new Initial.Constant(0);
        return new NetworkSpec(List.of(
                new LayerSpec.Dense(3, Activation.of(hidden), 0, zero, zero),
                new LayerSpec.Output(2, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, zero, zero)));
    }

    private static TrainingSpec training(EngineChoice engine) {
        return new TrainingSpec(
                1,
                1,
                TrainingSpec.Order.SHUFFLED,
                TrainingSpec.LastBatch.KEEP,
                OptimizerName.SGD.defaults(),
                LearningRate.constant(1),
                Penalty.NONE,
                Clipping.NONE,
                engine);
    }
}
