package nightsweep.driver.report;

import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import org.jspecify.annotations.Nullable;

/**
 * What the page knows of one trial beyond its row in the tables.
 *
 * @param trial its number
 * @param curve null where no epoch was finished
 * @param confusion of its test; null unless completed, and where it has too many classes to be looked at
 * @param test what its files say; of a few trials
 */
record TrialDetail(
        int trial, @Nullable Curve curve, @Nullable ConfusionMatrix confusion, TestFiles test) {
    private static final int MOST_CLASSES = 40;

    static TrialDetail of(Trial trial, TrialOutcome outcome) {
        return new TrialDetail(
                trial.number(),
                outcome.epochs().isEmpty() ? null : Curve.of(outcome.epochs()),
                outcome instanceof TrialOutcome.Completed completed ? readable(completed) : null,
                TestFiles.NONE);
    }

    TrialDetail with(TestFiles files) {
        return new TrialDetail(trial, curve, confusion, files);
    }

    private static @Nullable ConfusionMatrix readable(TrialOutcome.Completed completed) {
        ConfusionMatrix confusion = completed.test().confusion();
        return confusion.labels().size() <= MOST_CLASSES ? confusion : null;
    }
}
