package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.Locale;
import nightsweep.driver.table.Sparkline;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/**
 * The trial that stands for the configuration that came out first.
 *
 * @param outcome in full
 */
public record BestTrial(Trial trial, TrialOutcome.Completed outcome) {

    /** The trials of {@code winners} of which {@code outcomes} has one. */
    public static List<BestTrial> of(List<Winner> winners, List<? extends TrialOutcome> outcomes) {
        return winners.stream()
                .map(winner -> winner.trial().trial())
                .flatMap(trial -> outcomes.stream()
                        .filter(outcome -> outcome.id().equals(trial.id()))
                        .filter(TrialOutcome.Completed.class::isInstance)
                        .map(TrialOutcome.Completed.class::cast)
                        .limit(1)
                        .map(outcome -> new BestTrial(trial, outcome)))
                .toList();
    }

    /** How often each class was taken for each in its test. */
    public ConfusionMatrix confusion() {
        return outcome.test().confusion();
    }

    /** Its accuracy, or where a number is predicted its loss, epoch by epoch, on validation examples where it has any, in one line. */
    public String curve() {
        boolean validated = outcome.validation().isPresent();
        boolean number = outcome.test().ofNumber();
        double[] curve = outcome.epochs().stream()
                .mapToDouble(epoch -> number
                        ? (validated ? epoch.validationLoss() : epoch.trainLoss())
                        : (validated ? epoch.validationAccuracy() : epoch.trainAccuracy()))
                .toArray();
        return String.format(
                Locale.ROOT,
                "%s %s of trial %d by epoch: %s  %.4f after the first, %.4f after %s",
                validated ? "Validation" : "Training",
                number ? "loss" : "accuracy",
                trial.number(),
                Sparkline.of(curve),
                curve[0],
                curve[curve.length - 1],
                curve.length == 1 ? "1 epoch" : curve.length + " epochs");
    }
}
