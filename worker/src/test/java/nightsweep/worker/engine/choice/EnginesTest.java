package nightsweep.worker.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.EngineCost;
import nightsweep.worker.engine.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** Trains networks of softmax alone, and is preferred. */
    public static final class Guest implements Engine {
        @Override
        public String name() {
            return "guest";
        }

        @Override
        public int rank() {
            return 1_000;
        }

        @Override
        public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
            LayerSpec.Weighted first = (LayerSpec.Weighted) network.layers().get(0);
            return first.activation().name() == ActivationName.SOFTMAX
                    ? Optional.empty()
                    : Optional.of("The guest knows softmax alone.");
        }

        @Override
        public EngineCost cost() {
            return new EngineCost(1, 1, 1);
        }

        @Override
        public Learner learner(Trial trial, Dataset dataset) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void findsEnginesOnTheClassPath(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Engine.class.getName()), Guest.class.getName());

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Engine.class.getClassLoader())) {
            Engines more = Engines.standard(loader);

            assertThat(more.all()).extracting(Engine::name).containsExactly("guest", "fused", "dl4j", "double");
            assertThat(more.select(network(ActivationName.SOFTMAX), training(EngineChoice.AUTO))
                            .describe())
                    .isEqualTo("guest");
            assertThat(more.select(network(ActivationName.RELU), training(EngineChoice.AUTO))
                            .describe())
                    .isEqualTo("fused: The guest knows softmax alone.");
            assertThat(more.select(network(ActivationName.RELU), training(EngineChoice.DL4J))
                            .describe())
                    .isEqualTo("dl4j");
        }
    }

    @Test
    void saysWhichEnginesThereAre() {
        assertThatThrownBy(() -> engines.named("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no engine none, but fused, dl4j, double.");
    }

    /** Each engine that can be asked for is there, and computes in the precision that is promised for it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void hasEachThatCanBeAskedFor(EngineChoice choice) {
        assertThat(engines.named(choice.label()).precision()).isEqualTo(choice.precision());
    }

    private static NetworkSpec network(ActivationName hidden) {
        Initial zero = new Initial.Constant(0);
        return new NetworkSpec(List.of(
                new LayerSpec.Dense(3, Activation.of(hidden), 0, zero, zero),
                new LayerSpec.Output(2, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, zero, zero)));
    }

    private static TrainingSpec training(EngineChoice engine) {
        return TrainingSpec.builder(1, 1, OptimizerName.SGD.defaults(), LearningRate.constant(1))
                .engine(engine)
                .build();
    }
}
