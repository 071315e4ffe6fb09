package nightsweep.driver.summary;

import java.util.Locale;
import nightsweep.driver.table.Sparkline;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/**
 * The best of the trials that are ranked against each other; the first of the plan where several are equal.
 *
 * @param value of the objective
 * @param outcome in full
 */
record BestTrial(Trial trial, double value, TrialOutcome.Completed outcome) {

    /** How often each class was taken for each in its test. */
    ConfusionMatrix confusion() {
        return outcome.test().confusion();
    }

    /** Its accuracy epoch by epoch, on validation examples where it has any, in one line. */
    String curve() {
        boolean validated = outcome.validation().isPresent();
        double[] curve = outcome.epochs().stream()
                .mapToDouble(validated ? EpochMetrics::validationAccuracy : EpochMetrics::trainAccuracy)
                .toArray();
        return String.format(
                Locale.ROOT,
                "%s accuracy of trial %d by epoch: %s  %.4f after the first, %.4f after %s",
                validated ? "Validation" : "Training",
                trial.number(),
                Sparkline.of(curve),
                curve[0],
                curve[curve.length - 1],
                curve.length == 1 ? "1 epoch" : curve.length + " epochs");
    }
}
