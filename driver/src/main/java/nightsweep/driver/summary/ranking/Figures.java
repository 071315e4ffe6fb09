package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nightsweep.driver.statistics.Interval;
import nightsweep.experiments.outcome.ClassCounts;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.training.EarlyStopping;

/**
 * What tables need of a completed trial.
 *
 * @param validation {@link Measured#NOTHING} where there is none, as is {@code withDropout}
 * @param testExamples how many there were
 * @param testError within which the root mean squared error of the test lies; unknown where there are classes
 * @param classes how each class was recognised in the test
 * @param bestEpoch that whose network was kept, from 1; 0 where it is the last one whatever happens
 */
public record Figures(
        long parameters,
        Measured validation,
        Measured test,
        Measured withDropout,
        int testExamples,
        Interval testError,
        ClassCounts classes,
        Fingerprint fingerprint,
        int bestEpoch) {

    /** @param ofClass the class of which the objective is a figure, where it is one of one class */
    static Figures of(TrialOutcome.Completed outcome, EarlyStopping stopping, Optional<String> ofClass) {
        ClassCounts classes = outcome.test().confusion().classCounts();
        return new Figures(
                outcome.parameters(),
                outcome.validation().map(one -> Measured.of(one, ofClass)).orElse(Measured.NOTHING),
                Measured.of(outcome.test(), ofClass),
                outcome.testWithDropout().map(one -> Measured.of(one, ofClass)).orElse(Measured.NOTHING),
                Math.toIntExact(outcome.test().examples()),
                testError(outcome.test()),
                classes,
                Fingerprint.of(outcome),
                bestEpoch(outcome, stopping));
    }

    private static Interval testError(Evaluation test) {
        return test.ofNumber()
                ? new Interval(
                        test.numbers().rootMeanSquaredErrorAt(-1),
                        test.numbers().rootMeanSquaredErrorAt(1))
                : Interval.UNKNOWN;
    }

    /** Within which the accuracy of the test lies. */
    public Interval testAccuracy() {
        return Interval.ofShare((int) Math.round(test.accuracy() * testExamples), testExamples);
    }

    /** The same with labels that equal its own. */
    Figures labelled(UnaryOperator<List<String>> equal) {
        return new Figures(
                parameters,
                validation,
                test,
                withDropout,
                testExamples,
                testError,
                classes.labelled(equal.apply(classes.labels())),
                fingerprint,
                bestEpoch);
    }

    private static int bestEpoch(TrialOutcome.Completed outcome, EarlyStopping stopping) {
        return stopping.active()
                ? 1
                        + stopping.best(outcome.epochs().stream()
                                .mapToDouble(
                                        stopping.on() == EarlyStopping.On.LOSS
                                                ? EpochMetrics::validationLoss
                                                : EpochMetrics::validationAccuracy)
                                .toArray())
                : 0;
    }
}
