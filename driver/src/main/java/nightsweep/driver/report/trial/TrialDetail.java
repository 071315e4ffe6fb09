package nightsweep.driver.report.trial;

import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Separation;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import org.jspecify.annotations.Nullable;

/**
 * What the page knows of one trial beyond its row in the tables.
 *
 * @param trial its number
 * @param curve null where no epoch was finished
 * @param confusion of its test; null unless completed, and where it has too many classes to be looked at
 * @param separation areas under the curves of {@code test}; null unless completed
 * @param test what its files say; of a few trials
 */
public record TrialDetail(
        int trial,
        @Nullable Curve curve,
        @Nullable ConfusionMatrix confusion,
        @Nullable Separation separation,
        TestFiles test) {
    /** Larger confusion matrices cannot be looked at. */
    static final int MOST_CLASSES = 40;

    static TrialDetail of(Trial trial, TrialOutcome outcome) {
        return new TrialDetail(
                trial.number(),
                outcome.epochs().isEmpty() ? null : Curve.of(outcome.epochs()),
                outcome instanceof TrialOutcome.Completed completed ? readable(completed) : null,
                outcome instanceof TrialOutcome.Completed completed
                                && !completed.test().ofNumber()
                        ? completed.test().outputs().separation()
                        : null,
                TestFiles.NONE);
    }

    /** Only what is shown of each of many. */
    TrialDetail inShort() {
        return new TrialDetail(trial, curve == null ? null : curve.ofTheWhole(), confusion, null, TestFiles.NONE);
    }

    TrialDetail with(TestFiles files) {
        return new TrialDetail(trial, curve, confusion, separation, files);
    }

    private static @Nullable ConfusionMatrix readable(TrialOutcome.Completed completed) {
        ConfusionMatrix confusion = completed.test().confusion();
        return confusion.labels().isEmpty() || confusion.labels().size() > MOST_CLASSES ? null : confusion;
    }
}
