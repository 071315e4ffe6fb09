package nightsweep.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import nightsweep.worker.provenance.Build;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialRunnerTest {
    private static final Origin HERE =
            new Origin(new Build("0.1 abc", "M2.1", "3.3.4"), "host", "jvm", "os", "cpu", "");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Dataset CLOUDS = Fixtures.dataset(Fixtures.clouds(60, 8, 3, 5), 3);

    private static final Dataset PICTURES = pictures();

    /** The clouds as pictures of 2x4 pixels. */
    private static Dataset pictures() {
        return new Dataset(
                "pictures", CLOUDS.labels(), List.of(2, 4), CLOUDS.train(), CLOUDS.validation(), CLOUDS.test(), "abc");
    }

    private static TrialOutcome run(Engine engine, Trial trial, Dataset dataset) throws InterruptedException {
        return new TrialRunner(Engines.only(engine), HERE, CLOCK)
                .run(trial, Fixtures.SWEEP_SEED, dataset, EpochListener.NONE);
    }

    private static Trial dense(LossName loss, OptimizerSpec optimizer, double rate, EvaluationSpec.Dropout dropout) {
        LayerSpec.Output output = Fixtures.output(3, ActivationName.SOFTMAX, loss);
        NetworkSpec network = Fixtures.network(List.of(32, 16), ActivationName.RELU, 0.2, output);
        return Fixtures.trial(network, shuffled(Fixtures.training(3, 8, optimizer, rate)), dropout);
    }

    private static TrainingSpec shuffled(TrainingSpec training) {
        return new TrainingSpec(
                training.epochs(),
                training.batchSize(),
                TrainingSpec.Order.SHUFFLED,
                training.lastBatch(),
                training.optimizer(),
                training.learningRate(),
                training.penalty(),
                training.clipping());
    }

    private static Trial dense(OptimizerSpec optimizer) {
        return dense(LossName.CROSS_ENTROPY, optimizer, 0.01, EvaluationSpec.Dropout.BOTH);
    }

    @ParameterizedTest
    @EnumSource(OptimizerName.class)
    void givesTheSameBitsTwice(OptimizerName optimizer) throws InterruptedException {
        TrialOutcome first = run(new Dl4jEngine(), dense(optimizer.defaults()), CLOUDS);

        TrialOutcome second = run(new Dl4jEngine(), dense(optimizer.defaults()), CLOUDS);

        assertThat(first).isInstanceOf(TrialOutcome.Completed.class).isEqualTo(second);
    }

    @Test
    void givesTheSameBitsBesideAnotherTrial() throws Exception {
        Trial trial = dense(OptimizerName.ADAM.defaults());
        TrialOutcome alone = run(new Dl4jEngine(), trial, CLOUDS);
        ExecutorService slots = Executors.newFixedThreadPool(2);
        try {
            List<Callable<TrialOutcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> run(new Dl4jEngine(), trial, CLOUDS));
            }

            List<Future<TrialOutcome>> together = slots.invokeAll(tasks);

            for (Future<TrialOutcome> outcome : together) {
                assertThat(outcome.get()).isEqualTo(alone);
            }
        } finally {
            slots.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LossName.class,
            names = {"NEGATIVE_LOG_LIKELIHOOD", "SPARSE_CROSS_ENTROPY"})
    void takesCrossEntropyForTheSameUnderAnyName(LossName loss) throws InterruptedException {
        Trial named = dense(LossName.CROSS_ENTROPY, new Sgd(), 0.1, EvaluationSpec.Dropout.WITHOUT);
        Trial renamed = dense(loss, new Sgd(), 0.1, EvaluationSpec.Dropout.WITHOUT);

        TrialOutcome.Completed one = (TrialOutcome.Completed) run(new Dl4jEngine(), named, CLOUDS);
        TrialOutcome.Completed other = (TrialOutcome.Completed) run(new Dl4jEngine(), renamed, CLOUDS);

        assertThat(other.epochs()).isEqualTo(one.epochs());
        assertThat(other.test()).isEqualTo(one.test());
    }

    @Test
    void tellsEverythingOfACompletedTrial() throws InterruptedException {
        TrialOutcome.Completed outcome =
                (TrialOutcome.Completed) run(new Dl4jEngine(), dense(OptimizerName.ADAM.defaults()), CLOUDS);

        assertThat(outcome.epochs()).hasSize(3);
        assertThat(outcome.parameters()).isEqualTo(8 * 32 + 32 + 32 * 16 + 16 + 16 * 3 + 3);
        assertThat(outcome.validation()).contains(outcome.test());
        assertThat(outcome.testWithDropout()).isPresent().isNotEqualTo(Optional.of(outcome.test()));
        assertThat(outcome.test().confusion().examples()).isEqualTo(60);
        assertThat(outcome.lastEpoch().trainLoss())
                .isLessThan(outcome.epochs().get(0).trainLoss());
        assertThat(outcome.provenance().engine()).isEqualTo("dl4j");
        assertThat(outcome.provenance().dataChecksum()).isEqualTo("abc");
        assertThat(outcome.timing().steps()).isEqualTo(3 * 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void goesOnFromACheckpointToTheSameOutcome(int seed) throws InterruptedException {
        Engine engine = seed % 2 == 0 ? new Dl4jEngine() : FusedEngine.best();
        OptimizerName optimizer = List.of(OptimizerName.values()).get(seed % 12);
        Trial trial = dense(optimizer.defaults());
        TrialOutcome.Completed whole = (TrialOutcome.Completed) run(engine, trial, CLOUDS);
        LaterCheckpoints checkpoints = new LaterCheckpoints(seed);

        assertThatThrownBy(() -> attempt(engine, trial, checkpoints)).isInstanceOf(InterruptedException.class);
        TrialOutcome.Completed resumed = (TrialOutcome.Completed) attempt(engine, trial, checkpoints);

        assertThat(resumed.epochs()).isEqualTo(whole.epochs());
        assertThat(resumed.validation()).isEqualTo(whole.validation());
        assertThat(resumed.test()).isEqualTo(whole.test());
        assertThat(resumed.testWithDropout()).isEqualTo(whole.testWithDropout());
        assertThat(resumed.test().outputs()).isEqualTo(whole.test().outputs());
        assertThat(resumed.validation()).isEqualTo(whole.validation());
        assertThat(whole.epochs())
                .allSatisfy(epoch -> assertThat(epoch.layers()).hasSizeGreaterThan(1));
        assertThat(resumed.timing().steps()).isEqualTo(24 - (seed / 9 * 8 + seed % 9));
        assertThat(resumed.timing().resumedEpochs()).isEqualTo(seed / 9);
    }

    /** Nothing is better by so much, so that the first epoch is the best. */
    private static Trial endingEarly(int patience) {
        TrainingSpec usual = Fixtures.training(9, 8, OptimizerName.ADAM.defaults(), 0.01);
        TrainingSpec training = new TrainingSpec(
                usual.epochs(),
                usual.batchSize(),
                usual.order(),
                usual.lastBatch(),
                usual.optimizer(),
                usual.learningRate(),
                usual.penalty(),
                usual.clipping(),
                usual.engine(),
                usual.epochSteps(),
                usual.augmentation(),
                new EarlyStopping(patience, 1_000, EarlyStopping.On.LOSS));
        return Fixtures.trial(clouds(), training);
    }

    private static NetworkSpec clouds() {
        return Fixtures.network(
                List.of(16),
                ActivationName.TANH,
                0.2,
                Fixtures.output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
    }

    private static Stream<Engine> engines() {
        return Stream.of(FusedEngine.best(), new Dl4jEngine(), new DoubleEngine());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void leavesTheNetworkOfTheBestEpoch(Engine engine) throws InterruptedException {
        Trial once = Fixtures.trial(clouds(), Fixtures.training(1, 8, OptimizerName.ADAM.defaults(), 0.01));

        TrialOutcome.Completed early = (TrialOutcome.Completed) run(engine, endingEarly(3), CLOUDS);
        TrialOutcome.Completed first = (TrialOutcome.Completed) run(engine, once, CLOUDS);

        assertThat(early.epochs()).hasSize(4);
        assertThat(early.epochs().get(0)).isEqualTo(first.epochs().get(0));
        assertThat(early.validation()).isEqualTo(first.validation());
        assertThat(early.test()).isEqualTo(first.test());
        assertThat(early.timing().steps()).isEqualTo(4 * 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 12, 16, 20, 24, 27})
    void endsEarlyFromACheckpointToTheSameOutcome(int kept) throws InterruptedException {
        Engine engine = kept % 2 == 0 ? new Dl4jEngine() : FusedEngine.best();
        TrialOutcome.Completed whole = (TrialOutcome.Completed) run(engine, endingEarly(3), CLOUDS);
        LaterCheckpoints checkpoints = new LaterCheckpoints(kept);

        assertThatThrownBy(() -> attempt(engine, endingEarly(3), checkpoints)).isInstanceOf(InterruptedException.class);
        TrialOutcome.Completed resumed = (TrialOutcome.Completed) attempt(engine, endingEarly(3), checkpoints);

        assertThat(resumed.epochs()).isEqualTo(whole.epochs());
        assertThat(resumed.validation()).isEqualTo(whole.validation());
        assertThat(resumed.test()).isEqualTo(whole.test());
    }

    /** Six passes of 8 minibatches in 5 epochs, each pass with pictures of its own. */
    private static Trial augmented() {
        TrainingSpec usual = Fixtures.training(5, 8, OptimizerName.ADAM.defaults(), 0.01);
        TrainingSpec training = new TrainingSpec(
                usual.epochs(),
                usual.batchSize(),
                TrainingSpec.Order.SHUFFLED,
                usual.lastBatch(),
                usual.optimizer(),
                usual.learningRate(),
                usual.penalty(),
                usual.clipping(),
                usual.engine(),
                9,
                new Augmentation(0.3, 20, 0.2, 10, Augmentation.Flip.HORIZONTAL),
                EarlyStopping.NONE);
        NetworkSpec network = Fixtures.network(
                List.of(16),
                ActivationName.TANH,
                0.2,
                Fixtures.output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        return Fixtures.trial(network, training);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 9, 10, 13, 21, 32, 40, 44})
    void goesOnThroughPassesOfChangedPicturesToTheSameOutcome(int kept) throws InterruptedException {
        Engine engine = kept % 2 == 0 ? new Dl4jEngine() : FusedEngine.best();
        TrialOutcome.Completed whole = (TrialOutcome.Completed) run(engine, augmented(), PICTURES);
        LaterCheckpoints checkpoints = new LaterCheckpoints(kept);

        assertThatThrownBy(() -> attempt(engine, augmented(), PICTURES, checkpoints))
                .isInstanceOf(InterruptedException.class);
        TrialOutcome.Completed resumed = (TrialOutcome.Completed) attempt(engine, augmented(), PICTURES, checkpoints);

        assertThat(whole.timing().steps()).isEqualTo(45);
        assertThat(resumed.timing().steps()).isLessThan(45);
        assertThat(resumed.epochs()).hasSize(5).isEqualTo(whole.epochs());
        assertThat(resumed.test()).isEqualTo(whole.test());
    }

    @Test
    void changesPicturesAlikeInBothEnginesAndOnlyForTraining() throws InterruptedException {
        List<EpochMetrics> fused =
                run(FusedEngine.best(), augmented(), PICTURES).epochs();
        List<EpochMetrics> reference =
                run(new Dl4jEngine(), augmented(), PICTURES).epochs();

        for (int epoch = 0; epoch < 5; epoch++) {
            assertThat(fused.get(epoch).trainLoss())
                    .isCloseTo(reference.get(epoch).trainLoss(), within(1e-4));
            assertThat(fused.get(epoch).validationLoss())
                    .isCloseTo(reference.get(epoch).validationLoss(), within(1e-4));
        }
        assertThat(fused.get(4).trainLoss())
                .as("is of other pictures than are validated on")
                .isGreaterThan(fused.get(4).validationLoss() + 0.01);
    }

    private static TrialOutcome attempt(Engine engine, Trial trial, LaterCheckpoints checkpoints)
            throws InterruptedException {
        return attempt(engine, trial, CLOUDS, checkpoints);
    }

    private static TrialOutcome attempt(Engine engine, Trial trial, Dataset dataset, LaterCheckpoints checkpoints)
            throws InterruptedException {
        return new TrialRunner(Engines.only(engine), HERE, checkpoints)
                .attempt(trial, Fixtures.SWEEP_SEED, dataset, EpochListener.NONE, checkpoints)
                .outcome();
    }

    /** Interrupts the training when it has kept so many checkpoints, with a clock that makes one due after each step. */
    private static final class LaterCheckpoints implements Checkpoints, InstantSource {
        private final int patience;
        private Optional<byte[]> last = Optional.empty();
        private int kept;
        private long minutes;

        LaterCheckpoints(int patience) {
            this.patience = patience;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(60 * minutes++);
        }

        @Override
        public Optional<byte[]> last() {
            return last;
        }

        @Override
        public void keep(byte[] checkpoint) {
            last = Optional.of(checkpoint);
            kept++;
            if (kept == patience) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void stopsWhereTheLossIsNotFinite() throws InterruptedException {
        NetworkSpec network = Fixtures.network(
                List.of(32),
                ActivationName.RELU,
                0,
                Fixtures.output(3, ActivationName.IDENTITY, LossName.SQUARED_ERROR));
        Trial trial = Fixtures.trial(network, Fixtures.training(50, 8, new Sgd(), 10));

        TrialOutcome outcome = run(new Dl4jEngine(), trial, CLOUDS);

        assertThat(outcome).isInstanceOfSatisfying(TrialOutcome.Diverged.class, diverged -> {
            assertThat(diverged.step())
                    .isBetween(2L, 60L)
                    .isEqualTo(diverged.timing().steps());
            assertThat(diverged.epoch()).isEqualTo((int) (diverged.step() + 7) / 8);
            assertThat(diverged.epochs()).hasSize(diverged.epoch() - 1);
        });
    }

    @Test
    void failsATrialThatNeedsMoreMemoryThanThereIs() throws InterruptedException {
        NetworkSpec network = Fixtures.network(
                List.of(1_000_000_000),
                ActivationName.RELU,
                0,
                Fixtures.output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 8, new Sgd(), 0.1));

        TrialOutcome outcome = run(new Dl4jEngine(), trial, CLOUDS);
        TrialOutcome next = run(new Dl4jEngine(), dense(OptimizerName.SGD.defaults()), CLOUDS);

        assertThat(outcome).isInstanceOfSatisfying(TrialOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.OUT_OF_MEMORY);
            assertThat(failed.message()).startsWith("The network needs about 149.0 GiB of native memory, but ");
            assertThat(failed.stackTrace()).isEmpty();
        });
        assertThat(next).isInstanceOf(TrialOutcome.Completed.class);
    }

    @Test
    void saysWhatTheEngineObjectsTo() throws InterruptedException {
        Engine picky = new ScriptedEngine(Optional.of("No."), step -> new BatchScore(1, 0));

        TrialOutcome outcome = run(picky, dense(OptimizerName.SGD.defaults()), CLOUDS);

        assertThat(outcome).isInstanceOfSatisfying(TrialOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.INVALID_CONFIGURATION);
            assertThat(failed.message()).isEqualTo("No.");
        });
    }

    @Test
    void givesADefectBackWithItsStackTrace() throws InterruptedException {
        ScriptedEngine broken = new ScriptedEngine(Optional.empty(), step -> {
            if (step == 10) {
                throw new IllegalStateException("Broken.");
            }
            return new BatchScore(1, 0);
        });

        TrialOutcome outcome = run(broken, dense(OptimizerName.SGD.defaults()), CLOUDS);

        assertThat(outcome).isInstanceOfSatisfying(TrialOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.INTERNAL_ERROR);
            assertThat(failed.message()).isEqualTo("Broken.");
            assertThat(failed.stackTrace()).contains("IllegalStateException", "TrialRunnerTest");
            assertThat(failed.epochs()).hasSize(1);
        });
        assertThat(broken.closed).isTrue();
    }

    @Test
    void throwsWhenInterruptedAndKeepsNoLearner() {
        ScriptedEngine engine = new ScriptedEngine(Optional.empty(), step -> {
            if (step == 2) {
                Thread.currentThread().interrupt();
            }
            assertThat(step).isLessThan(3);
            return new BatchScore(1, 0);
        });

        assertThatThrownBy(() -> run(engine, dense(OptimizerName.SGD.defaults()), CLOUDS))
                .isInstanceOf(InterruptedException.class);
        assertThat(engine.closed).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** What a step gives. */
    private interface Script {
        BatchScore at(long step);
    }

    private static final class ScriptedEngine implements Engine {
        private final Optional<String> objection;
        private final Script script;
        private boolean closed;

        ScriptedEngine(Optional<String> objection, Script script) {
            this.objection = objection;
            this.script = script;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
            return objection;
        }

        @Override
        public Learner learner(Trial trial, Dataset dataset) {
            return new Learner() {
                @Override
                public BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch) {
                    return script.at(step);
                }

                @Override
                public List<LayerParameters> gradients(ExampleSet examples, int[] order, int from, int to) {
                    return List.of();
                }

                @Override
                public BatchScore test(
                        ExampleSet examples,
                        int[] order,
                        int from,
                        int to,
                        int[] predictions,
                        float[] outputs,
                        TestMode mode) {
                    return new BatchScore(to - from, 0);
                }

                @Override
                public void start(List<LayerParameters> layers) {}

                @Override
                public List<LayerParameters> parameters() {
                    return List.of();
                }

                @Override
                public List<FloatBuffer> state() {
                    return List.of();
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }
}
