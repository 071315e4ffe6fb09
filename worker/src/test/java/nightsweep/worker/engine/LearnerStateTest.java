package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A learner that was stopped after some steps, and another that goes on from its state on another thread. */
class LearnerStateTest {
    private static final int BATCH = 8;

    private static final ExampleSet EXAMPLES = Fixtures.clouds(64, 9, 3, 7);
    private static final Dataset DATASET = Fixtures.dataset(EXAMPLES, 3);
    private static final List<Clipping> CLIPPINGS = List.of(
            Clipping.NONE,
            new Clipping(Clipping.Kind.VALUE, 0.05),
            new Clipping(Clipping.Kind.GLOBAL_NORM, 0.05),
            new Clipping(Clipping.Kind.UNIT_LAYER_NORM, 1),
            new Clipping(Clipping.Kind.PARAMETER_NORM, 0.1));

    static Stream<Arguments> everyOptimizerOfEveryEngine() {
        return Stream.of(new Dl4jEngine(), FusedEngine.best(), new DoubleEngine())
                .flatMap(engine -> Stream.of(OptimizerName.values()).map(optimizer -> Arguments.of(engine, optimizer)));
    }

    @ParameterizedTest
    @MethodSource("everyOptimizerOfEveryEngine")
    void goesOnWithTheSameBits(Engine engine, OptimizerName optimizer) throws Exception {
        // The engines tidy tiny numbers up every hundred and every thousand steps.
        int[] stops = engine instanceof FusedEngine ? new int[] {3, 97, 997} : new int[] {3, 97};
        for (int stop : stops) {
            Trial trial = trial(optimizer, stop);
            int steps = stop + 20;
            List<BatchScore> whole;
            List<LayerParameters> learned;
            try (Learner learner = engine.learner(trial, DATASET)) {
                whole = train(learner, 0, steps);
                learned = learner.parameters();
            }
            List<float[]> kept;
            List<BatchScore> scores;
            try (Learner learner = engine.learner(trial, DATASET)) {
                scores = train(learner, 0, stop);
                kept = learner.state().stream().map(LearnerStateTest::copy).toList();
            }

            List<LayerParameters> end = onAnotherThread(engine, trial, kept, scores, stop, steps);

            assertThat(scores).isEqualTo(whole);
            assertThat(end).usingRecursiveComparison().isEqualTo(learned);
        }
    }

    private static List<LayerParameters> onAnotherThread(
            Engine engine, Trial trial, List<float[]> kept, List<BatchScore> scores, int from, int to)
            throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(() -> {
                        try (Learner learner = engine.learner(trial, DATASET)) {
                            // What a pass leaves behind beside the state must not matter.
                            train(learner, 0, 2);
                            List<FloatBuffer> state = learner.state();
                            assertThat(state).hasSameSizeAs(kept);
                            for (int i = 0; i < kept.size(); i++) {
                                state.get(i).duplicate().clear().put(kept.get(i));
                            }
                            scores.addAll(train(learner, from, to));
                            return learner.parameters();
                        }
                    })
                    .get();
        } finally {
            other.shutdownNow();
        }
    }

    private static float[] copy(FloatBuffer numbers) {
        float[] copy = new float[numbers.capacity()];
        numbers.duplicate().clear().get(copy);
        return copy;
    }

    private static List<BatchScore> train(Learner learner, int from, int to) {
        int perEpoch = EXAMPLES.size() / BATCH;
        int[] order = Fixtures.order(EXAMPLES);
        List<BatchScore> scores = new ArrayList<>();
        for (int step = from; step < to; step++) {
            int first = step % perEpoch * BATCH;
            scores.add(learner.train(EXAMPLES, order, first, first + BATCH, step, step / perEpoch));
        }
        return scores;
    }

    /** Of widths that fill no vector, with dropout; each stop has penalties and clipping of its own. */
    private static Trial trial(OptimizerName optimizer, int stop) {
        NetworkSpec network = Fixtures.network(
                List.of(7, 5),
                stop == 3 ? ActivationName.SOFTPLUS : ActivationName.TANH,
                0.2,
                Fixtures.output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        TrainingSpec training =
                Fixtures.training(1, BATCH, optimizer.defaults(), Math.min(0.1, optimizer.usualLearningRate()));
        Clipping clipping =
                CLIPPINGS.get((stop + List.of(OptimizerName.values()).indexOf(optimizer)) % CLIPPINGS.size());
        Penalty penalty = stop == 3 ? Penalty.NONE : new Penalty(0.001, 0.002, 0.003, Penalty.Reach.ALL);
        return Fixtures.trial(network, Fixtures.with(Fixtures.with(training, penalty), clipping));
    }
}
