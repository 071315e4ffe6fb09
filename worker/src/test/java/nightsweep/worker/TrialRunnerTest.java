package nightsweep.worker;

import static nightsweep.worker.TrialRuns.CLOUDS;
import static nightsweep.worker.TrialRuns.dense;
import static nightsweep.worker.TrialRuns.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialRunnerTest {
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
