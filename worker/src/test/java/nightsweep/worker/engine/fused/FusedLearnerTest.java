package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.InitialParameters;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusedLearnerTest {
    private static final ExampleSet EXAMPLES = Trials.examples(4);

    /** Bytes of a score, of the step's constants and what goes with them, some 900 to 1,300: with a hidden layer's array more. */
    private static final long A_SCORE = 2_000;

    @ParameterizedTest
    @EnumSource(names = {"SGD", "ADAM", "RMSPROP"})
    void givesTheSameBitsTwice(OptimizerName optimizer) {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(optimizer));

        List<BatchScore> first = scores(FusedEngine.best(), trial, 200);
        List<BatchScore> second = scores(FusedEngine.best(), trial, 200);

        assertThat(first).isEqualTo(second);
    }

    @Test
    void tellsItsParametersLayerByLayer() {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.SGD));
        List<LayerParameters> drawn = InitialParameters.draw(
                Trials.dropping(), new Shape.Row(Trials.INPUTS), trial.seed(RandomStream.WEIGHTS));

        try (Learner learner = FusedEngine.best().learner(trial, Trials.dataset(EXAMPLES))) {
            List<LayerParameters> before = learner.parameters();
            learner.train(EXAMPLES, Trials.order(), 0, Trials.BATCH, 0, 0);

            assertThat(before).usingRecursiveComparison().isEqualTo(drawn);
            assertThat(learner.parameters()).usingRecursiveComparison().isNotEqualTo(drawn);
        }
    }

    @Test
    void givesTheSameBitsOnThreadsSideBySide() throws Exception {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.ADAM));
        List<BatchScore> alone = scores(FusedEngine.best(), trial, 200);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<BatchScore>> left = threads.submit(() -> scores(FusedEngine.best(), trial, 200));
            Future<List<BatchScore>> right = threads.submit(() -> scores(FusedEngine.best(), trial, 200));

            assertThat(left.get()).isEqualTo(alone);
            assertThat(right.get()).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithPlainJava(OptimizerName optimizer) {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(optimizer));

        List<BatchScore> fast = scores(FusedEngine.best(), trial, 100);
        List<BatchScore> plain = scores(FusedEngine.with(new PlainKernels()), trial, 100);

        assertThat(KernelChoice.best()).isNotInstanceOf(PlainKernels.class);
        for (int step = 0; step < 100; step++) {
            double wanted = plain.get(step).lossSum();
            assertThat(fast.get(step).lossSum()).as("step %s", step).isCloseTo(wanted, within(1e-3 * (1 + wanted)));
        }
    }

    /** With plain kernels: whether a compiler leaves vectors on the heap is its own choice, another in each process. */
    @ParameterizedTest
    @EnumSource(names = {"SGD", "ADAM"})
    void allocatesNoArraysInAStep(OptimizerName optimizer) {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(optimizer));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[] order = Trials.order();
        try (Learner learner = FusedEngine.with(new PlainKernels()).learner(trial, Trials.dataset(EXAMPLES))) {
            long most = Long.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                long before =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                for (int step = 0; step < 100; step++) {
                    learner.train(EXAMPLES, order, 0, Trials.BATCH, step, 0);
                }
                long after =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                most = Math.min(most, (after - before) / 100);
            }

            assertThat(most).as("bytes a step").isLessThanOrEqualTo(A_SCORE);
        }
    }

    @Test
    void learns() {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.ADAM));

        List<BatchScore> scores = scores(FusedEngine.best(), trial, 600);

        assertThat(scores.get(599).lossSum()).isLessThan(scores.get(0).lossSum() / 2);
    }

    @Test
    void testsAnyNumberOfExamples() {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.SGD));
        int[] order = new int[1_000];
        for (int i = 0; i < order.length; i++) {
            order[i] = i % Trials.EXAMPLES;
        }
        int[] predictions = new int[order.length];
        try (Learner learner = FusedEngine.best().learner(trial, Trials.dataset(EXAMPLES))) {
            for (Learner.TestMode mode : Learner.TestMode.values()) {
                BatchScore whole = learner.test(EXAMPLES, order, 0, order.length, predictions, mode);
                BatchScore start = learner.test(EXAMPLES, order, 0, 300, new int[300], mode);
                BatchScore rest = learner.test(EXAMPLES, order, 300, order.length, new int[700], mode);

                assertThat(whole.correct()).isEqualTo(start.correct() + rest.correct());
                assertThat(whole.lossSum()).isCloseTo(start.lossSum() + rest.lossSum(), within(1e-3));
            }
        }
    }

    @Test
    void rejectsMinibatchesThatItHasNoMemoryFor() {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.SGD));
        try (Learner learner = FusedEngine.best().learner(trial, Trials.dataset(EXAMPLES))) {
            assertThatThrownBy(() -> learner.train(EXAMPLES, Trials.order(), 0, Trials.BATCH + 1, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A minibatch has at most 16 examples, but got 17.");
        }
    }

    @Test
    void objectsToWhatItCannotTrain() {
        NetworkSpec hiddenSoftmax = new NetworkSpec(List.of(
                Trials.dense(5, ActivationName.SOFTMAX, 0),
                Trials.output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
        NetworkSpec multiLabel =
                new NetworkSpec(List.of(Trials.output(4, ActivationName.SIGMOID, LossName.MULTI_LABEL)));

        assertThat(FusedEngine.best().objection(hiddenSoftmax, Trials.training(OptimizerName.SGD)))
                .contains("Softmax in a hidden layer is trained by DL4J only.");
        assertThat(FusedEngine.best().objection(multiLabel, Trials.training(OptimizerName.SGD)))
                .contains("The loss multi-label is trained by DL4J only.");
        assertThat(FusedEngine.best().objection(Trials.dropping(), Trials.training(OptimizerName.SGD)))
                .isEmpty();
    }

    private static List<BatchScore> scores(FusedEngine engine, Trial trial, int steps) {
        List<BatchScore> scores = new ArrayList<>();
        try (Learner learner = engine.learner(trial, Trials.dataset(EXAMPLES))) {
            for (int step = 0; step < steps; step++) {
                int from = step * Trials.BATCH % (Trials.EXAMPLES - Trials.BATCH);
                scores.add(learner.train(EXAMPLES, Trials.order(), from, from + Trials.BATCH, step, 0));
            }
        }
        return scores;
    }
}
