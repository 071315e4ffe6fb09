package nightsweep.driver.summary;

import java.util.List;
import nightsweep.driver.summary.statistics.Interval;
import nightsweep.experiments.outcome.ClassScores;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.TrialOutcome;

/**
 * What tables need of a completed trial.
 *
 * @param validation {@link Measured#NOTHING} where there is none, as is {@code withDropout}
 * @param testAccuracy within which it lies
 * @param classes how well each class was recognised in the test, in order
 * @param fingerprint the same for two trials exactly where all their figures are the same
 */
record Figures(
        long parameters,
        Measured validation,
        Measured test,
        Measured withDropout,
        Interval testAccuracy,
        List<ClassScores> classes,
        ClassScores macroAverage,
        ClassScores weightedAverage,
        String fingerprint) {

    static Figures of(TrialOutcome.Completed outcome) {
        ConfusionMatrix confusion = outcome.test().confusion();
        return new Figures(
                outcome.parameters(),
                outcome.validation().map(Measured::of).orElse(Measured.NOTHING),
                Measured.of(outcome.test()),
                outcome.testWithDropout().map(Measured::of).orElse(Measured.NOTHING),
                testAccuracy(confusion),
                confusion.classes(),
                confusion.macroAverage(),
                confusion.weightedAverage(),
                Fingerprint.of(outcome));
    }

    private static Interval testAccuracy(ConfusionMatrix confusion) {
        int examples = Math.toIntExact(confusion.examples());
        return Interval.ofShare((int) Math.round(confusion.accuracy() * examples), examples);
    }
}
