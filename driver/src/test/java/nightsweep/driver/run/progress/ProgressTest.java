package nightsweep.driver.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four equal trials on two slots, each of which takes a minute. */
class ProgressTest {
    private static final String SWEEP = """
            name: planes
            dataset: {name: xor}
            network: [{output: {units: 1, loss: binary-cross-entropy}}]
            training: {epochs: 10}
            repeats: 4
            """;
    private static final long MINUTE = 60_000;

    private List<PlannedTrial> trials;
    private Progress progress;

    @BeforeEach
    void plan() throws Exception {
        Plan plan =
                Plan.of(SweepFile.parse(SWEEP, "planes"), dataset -> new DatasetFacts(2, 2, 250, 0, 250, List.of(2)));
        trials = plan.trials();
        progress = new Progress(plan);
        progress.now(2, 0, List.of());
    }

    @Test
    void countsWhatHasBeenTrainedOfTrialsUnderWay() {
        progress.ended(trials.get(0), TrialEnd.COMPLETED, Optional.empty());

        // Of two minutes a slot, one has passed: one trial has ended, one is about to, and two are to come.
        long left =
                progress.now(2, MINUTE, List.of(running(1, 10))).leftMillis().orElseThrow();

        assertThat(left).isCloseTo(MINUTE, Offset.offset(MINUTE / 6));
        assertThat(progress.leftMillis()).hasValue(left);
    }

    @Test
    void knowsTimeLeftBeforeTheFirstTrialEnds() {
        long left = progress.now(2, MINUTE / 2, List.of(running(0, 6), running(1, 6)))
                .leftMillis()
                .orElseThrow();

        assertThat(left).isCloseTo(MINUTE + MINUTE / 2, Offset.offset(MINUTE / 100));
    }

    private RunningTrial running(int trial, int epoch) {
        return new RunningTrial(trials.get(trial).trial().id(), 1, "here", epoch, 10, 0, 0);
    }
}
