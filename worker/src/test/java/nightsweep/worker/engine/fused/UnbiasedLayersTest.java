package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.dl4j.ModelZip;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers without biases, between layers with them. */
class UnbiasedLayersTest {
    private static final ExampleSet EXAMPLES = Trials.examples(4);
    private static final int STEPS = 20;
    private static final Initial START = new Initial.Uniform(-0.3, 0.3);

    private static NetworkSpec network() {
        Activation tanh = Activation.of(ActivationName.TANH);
        Activation softmax = Activation.of(ActivationName.SOFTMAX);
        return new NetworkSpec(List.of(
                new LayerSpec.Dense(9, tanh, 0, START, new Initial.None()),
                new LayerSpec.Dense(7, tanh, 0, START, START),
                new LayerSpec.Output(4, softmax, LossName.CROSS_ENTROPY, START, new Initial.None())));
    }

    private static Trial trial(OptimizerName optimizer, Clipping.Kind clipping) {
        return Trials.of(
                network(),
                Trials.training(
                        optimizer.defaults(),
                        optimizer.usualLearningRate(),
                        new Penalty(0.001, 0.001, 0.001, Penalty.Reach.ALL),
                        new Clipping(clipping, 0.05)));
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Engine engine : List.of(new Dl4jEngine(), FusedEngine.best(), FusedEngine.with(new PlainKernels()))) {
            for (OptimizerName optimizer : OptimizerName.values()) {
                cases.add(Arguments.of(engine, trial(optimizer, Clipping.Kind.NONE)));
            }
        }
        return cases.stream();
    }

    private static void train(Learner learner) {
        for (int step = 0; step < STEPS; step++) {
            learner.train(EXAMPLES, Trials.order(), 0, Trials.BATCH, step, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stayWithoutAny(Engine engine, Trial trial) {
        try (Learner learner = engine.learner(trial, Trials.dataset(EXAMPLES))) {
            List<LayerParameters> before = learner.parameters();
            train(learner);
            List<LayerParameters> after = learner.parameters();
            List<LayerParameters> gradients = learner.gradients(EXAMPLES, Trials.order(), 0, Trials.BATCH);

            for (int layer : new int[] {0, 2}) {
                assertThat(after.get(layer).biases()).containsOnly(0);
                assertThat(gradients.get(layer).biases()).containsOnly(0);
                assertThat(after.get(layer).weights())
                        .isNotEqualTo(before.get(layer).weights());
            }
            assertThat(after.get(1).biases()).isNotEqualTo(before.get(1).biases());
        }
    }

    @ParameterizedTest
    @EnumSource(Clipping.Kind.class)
    void learnAlikeInBothEngines(Clipping.Kind clipping) {
        Trial trial = trial(OptimizerName.SGD, clipping);
        try (Learner fused = FusedEngine.best().learner(trial, Trials.dataset(EXAMPLES));
                Learner reference = new Dl4jEngine().learner(trial, Trials.dataset(EXAMPLES))) {
            train(fused);
            train(reference);

            for (int layer = 0; layer < 3; layer++) {
                assertThat(fused.parameters().get(layer).weights())
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(reference.parameters().get(layer).weights());
            }
        }
    }

    @Test
    void areSavedWithoutAny() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (Learner learner =
                new Dl4jEngine().learner(trial(OptimizerName.ADAM, Clipping.Kind.NONE), Trials.dataset(EXAMPLES))) {
            train(learner);
            ModelZip.write(network(), new Shape.Row(Trials.INPUTS), learner.parameters(), zip);

            List<LayerParameters> read = ModelZip.parameters(
                    network(), new Shape.Row(Trials.INPUTS), entry(zip.toByteArray(), ModelZip.COEFFICIENTS));

            assertThat(read).usingRecursiveComparison().isEqualTo(learner.parameters());
        }
    }

    private static byte[] entry(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void haveNoBiasesAmongTheirParameters() {
        assertThat(network().parameters(new Shape.Row(5))).isEqualTo(5 * 9 + (9 + 1) * 7 + 7 * 4);
    }
}
