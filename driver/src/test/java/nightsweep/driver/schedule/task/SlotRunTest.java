package nightsweep.driver.schedule.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.Attempt;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotRunTest {
    private static final Duration GRACE = Duration.ofMillis(200);
    private static final String SWEEP = """
            name: planes
            dataset: {name: xor, train: 20, test: 20}
            network:
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 2, batch-size: 10}
            """;

    private final ProcessLock processLock = new ProcessLock();
    private final AtomicInteger attempts = new AtomicInteger();
    private Sweep sweep;
    private Dataset dataset;

    @BeforeEach
    void load() throws Exception {
        sweep = SweepFile.parse(SWEEP, "planes.yaml");
        dataset = new DatasetLoader(new Configuration(), Optional.empty())
                .load(sweep.configurations().get(0).dataset(), sweep.seed());
    }

    @Test
    void countsTheAttemptInTheHistory() throws Exception {
        AttemptHistory before = AttemptHistory.NONE.and("node", "3", 5, "executor lost");

        TrialOutcome outcome = slot(Optional.empty()).outcome(() -> attempt(step -> {}), before);

        assertThat(outcome).isInstanceOf(TrialOutcome.Completed.class);
        assertThat(outcome.timing().history().attempts())
                .extracting(Attempt::executor, Attempt::ending)
                .containsExactly(tuple("3", "executor lost"), tuple("7", "completed"));
    }

    @Test
    void stopsATrialThatTakesTooLong() throws Exception {
        SlotRun slot = slot(Optional.of(Duration.ofMillis(300)));

        TrialOutcome outcome = slot.outcome(() -> attempt(SlotRunTest::hangInTheSecondEpoch), AttemptHistory.NONE);

        assertThat(outcome).isInstanceOfSatisfying(TrialOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.TIMED_OUT);
            assertThat(failed.message()).isEqualTo("It took longer than 300 ms.");
            assertThat(failed.epochs()).hasSize(1);
        });
        assertThat(slot.leftThread()).isFalse();
    }

    @Test
    void blamesATrialThatRunsOutOfMemoryAlone() throws Exception {
        TrialOutcome outcome = slot(Optional.empty()).outcome(() -> attempt(SlotRunTest::hoard), AttemptHistory.NONE);

        assertThat(outcome.ending()).isEqualTo("out of memory");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void triesATrialAgainAloneThatRanOutOfMemoryInCompany() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch ranOut = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<?> neighbour = threads.submit(() -> {
            try (ProcessLock.Stay stay = processLock.beside()) {
                entered.countDown();
                ranOut.await();
            }
            return null;
        });
        entered.await();

        TrialOutcome outcome = slot(Optional.empty())
                .outcome(
                        () -> attempts.get() == 0
                                ? attempt(step -> {
                                    ranOut.countDown();
                                    hoard(step);
                                })
                                : attempt(step -> {}),
                        AttemptHistory.NONE);

        neighbour.get(10, TimeUnit.SECONDS);
        threads.shutdown();
        assertThat(outcome.timing().history().attempts())
                .extracting(Attempt::ending)
                .containsExactly("out of memory beside other trials", "completed");
    }

    private SlotRun slot(Optional<Duration> limit) {
        return new SlotRun(processLock, "7", limit, GRACE);
    }

    private TrialRunner.Attempt attempt(Script script) {
        attempts.incrementAndGet();
        Trial trial = sweep.trials().get(0);
        TrialRunner runner =
                new TrialRunner(Engines.only(new ScriptedEngine(script)), Origin.here("none"), InstantSource.system());
        return runner.attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE);
    }

    private static void hangInTheSecondEpoch(long step) {
        while (step >= 2 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void hoard(long step) {
        throw new OutOfMemoryError("Step " + step + " is too large.");
    }

    /** What happens in a step. */
    private interface Script {
        void at(long step);
    }

    private record ScriptedEngine(Script script) implements Engine {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
            return Optional.empty();
        }

        @Override
        public Learner learner(Trial trial, Dataset dataset) {
            return new Learner() {
                @Override
                public BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch) {
                    script.at(step);
                    return new BatchScore(1, 1);
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
                    return new BatchScore(1, 1);
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
                public void close() {}
            };
        }
    }
}
