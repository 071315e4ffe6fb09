package nightsweep.worker;

import static nightsweep.worker.TrialRuns.CLOUDS;
import static nightsweep.worker.TrialRuns.HERE;
import static nightsweep.worker.TrialRuns.PICTURES;
import static nightsweep.worker.TrialRuns.dense;
import static nightsweep.worker.TrialRuns.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials that go on from checkpoints, and those that end early. */
class ResumedTrialTest {
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
        TrainingSpec training = usual.builder()
                .stopping(new EarlyStopping(patience, 1_000, EarlyStopping.On.LOSS))
                .build();
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
        TrainingSpec training = usual.builder()
                .order(TrainingSpec.Order.SHUFFLED)
                .epochSteps(9)
                .augmentation(new Augmentation(0.3, 20, 0.2, 10, Augmentation.Flip.HORIZONTAL))
                .stopping(EarlyStopping.NONE)
                .build();
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
}
