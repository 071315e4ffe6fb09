package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients and outputs that are asked for beside the training. */
class GradientsTest {
    private static final int BATCH = 8;
    private static final int CLASSES = 3;

    /** More than the fused engine takes at once. */
    private static final ExampleSet EXAMPLES = Fixtures.clouds(600, 9, CLASSES, 7);

    private static final Dataset DATASET = Fixtures.dataset(EXAMPLES, CLASSES);
    private static final int[] ORDER = Fixtures.order(EXAMPLES);

    static Stream<Engine> engines() {
        return Stream.of(new Dl4jEngine(), FusedEngine.best());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void areWhatTheLossChangesBy(Engine engine) {
        float step = 1e-2f;
        try (Learner learner = engine.learner(trial(OptimizerName.SGD, 0), DATASET)) {
            List<LayerParameters> gradients = learner.gradients(EXAMPLES, ORDER, 0, 30);
            FloatBuffer parameters = learner.state().get(0);
            int compared = 0;
            for (int i = 0; i < parameters.capacity(); i++) {
                float before = parameters.get(i);
                List<LayerParameters> old = learner.parameters();
                parameters.put(i, before + step);
                double above = loss(learner, 30);
                Place place = Place.ofDifference(old, learner.parameters());
                parameters.put(i, before - step);
                double below = loss(learner, 30);
                parameters.put(i, before);
                if (place != null) {
                    compared++;
                    assertThat((double) place.of(gradients))
                            .as("%s", place)
                            .isCloseTo((above - below) / (2 * step), within(2e-4));
                }
            }
            assertThat(compared).isEqualTo(9 * 7 + 7 + 7 * 5 + 5 + 5 * 3 + 3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SGD", "ADAM"})
    void areTheSameInBothEnginesForAnyNumberOfExamples(OptimizerName optimizer) {
        Trial trial = trial(optimizer, 0.3);
        try (Learner reference = new Dl4jEngine().learner(trial, DATASET);
                Learner fused = FusedEngine.best().learner(trial, DATASET)) {
            for (int count : new int[] {1, BATCH, 64, 257, 600}) {
                List<LayerParameters> wanted = reference.gradients(EXAMPLES, ORDER, 0, count);
                List<LayerParameters> found = fused.gradients(EXAMPLES, ORDER, 0, count);

                for (int layer = 0; layer < wanted.size(); layer++) {
                    assertThat(found.get(layer).weights())
                            .containsExactly(wanted.get(layer).weights(), within(1e-5f));
                    assertThat(found.get(layer).biases())
                            .containsExactly(wanted.get(layer).biases(), within(1e-5f));
                }
            }
        }
    }

    static Stream<Arguments> everyOptimizerOfEveryEngine() {
        return engines()
                .flatMap(engine -> Stream.of(OptimizerName.values()).map(optimizer -> Arguments.of(engine, optimizer)));
    }

    @ParameterizedTest
    @MethodSource("everyOptimizerOfEveryEngine")
    void changeNothingThatLaterStepsDependOn(Engine engine, OptimizerName optimizer) {
        Trial trial = trial(optimizer, 0.3);
        List<LayerParameters> undisturbed;
        try (Learner learner = engine.learner(trial, DATASET)) {
            for (int step = 0; step < 8; step++) {
                train(learner, step);
            }
            undisturbed = learner.parameters();
        }
        try (Learner learner = engine.learner(trial, DATASET)) {
            for (int step = 0; step < 8; step++) {
                List<float[]> before = copies(learner);
                learner.gradients(EXAMPLES, ORDER, 0, step % 2 == 0 ? 64 : 300);

                assertThat(copies(learner)).usingRecursiveComparison().isEqualTo(before);
                train(learner, step);
            }
            assertThat(learner.parameters()).usingRecursiveComparison().isEqualTo(undisturbed);
        }
    }

    @Test
    void outputsAreTheSameInBothEngines() {
        Trial trial = trial(OptimizerName.SGD, 0.3);
        try (Learner reference = new Dl4jEngine().learner(trial, DATASET);
                Learner fused = FusedEngine.best().learner(trial, DATASET)) {
            float[] wanted = outputs(reference);
            float[] found = outputs(fused);

            assertThat(found).containsExactly(wanted, within(1e-5f));
            for (int row = 0; row < EXAMPLES.size(); row++) {
                int first = row * CLASSES;
                assertThat(found[first] + found[first + 1] + found[first + 2]).isCloseTo(1, within(1e-5f));
            }
        }
    }

    private static float[] outputs(Learner learner) {
        float[] outputs = new float[EXAMPLES.size() * CLASSES];
        int[] predictions = new int[EXAMPLES.size()];
        learner.test(EXAMPLES, ORDER, 0, EXAMPLES.size(), predictions, outputs, Learner.TestMode.WITHOUT_DROPOUT);
        return outputs;
    }

    private static void train(Learner learner, int step) {
        learner.train(EXAMPLES, ORDER, step * BATCH, (step + 1) * BATCH, step, 0);
    }

    private static double loss(Learner learner, int count) {
        return learner.test(EXAMPLES, ORDER, 0, count, new int[count], Learner.TestMode.WITHOUT_DROPOUT)
                        .lossSum()
                / count;
    }

    private static List<float[]> copies(Learner learner) {
        return learner.state().stream()
                .map(part -> {
                    float[] copy = new float[part.capacity()];
                    part.duplicate().clear().get(copy);
                    return copy;
                })
                .toList();
    }

    /** With penalties and clipping, which gradients know nothing of. */
    private static Trial trial(OptimizerName optimizer, double dropout) {
        NetworkSpec network = Fixtures.network(
                List.of(7, 5),
                ActivationName.TANH,
                dropout,
                Fixtures.output(CLASSES, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        TrainingSpec training = Fixtures.training(1, BATCH, optimizer.defaults(), 0.01);
        return optimizer == OptimizerName.SGD
                ? Fixtures.trial(network, training)
                : Fixtures.trial(
                        network,
                        Fixtures.with(
                                Fixtures.with(training, new Penalty(0.001, 0.002, 0.003, Penalty.Reach.ALL)),
                                new Clipping(Clipping.Kind.VALUE, 0.05)));
    }

    /** Where a parameter stands. */
    private record Place(int layer, boolean bias, int index) {
        static @Nullable Place ofDifference(List<LayerParameters> one, List<LayerParameters> other) {
            for (int layer = 0; layer < one.size(); layer++) {
                int weight = Arrays.mismatch(
                        one.get(layer).weights(), other.get(layer).weights());
                int bias = Arrays.mismatch(
                        one.get(layer).biases(), other.get(layer).biases());
                if (weight >= 0 || bias >= 0) {
                    return new Place(layer, weight < 0, Math.max(weight, bias));
                }
            }
            return null;
        }

        float of(List<LayerParameters> values) {
            LayerParameters of = values.get(layer);
            return bias ? of.biases()[index] : of.weights()[index];
        }
    }
}
