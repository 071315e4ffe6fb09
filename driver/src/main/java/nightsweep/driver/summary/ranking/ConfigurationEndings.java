package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.statistics.Interval;
import nightsweep.experiments.sweep.Configuration;

/**
 * A configuration and its trials, by repeat.
 *
 * @param control whether it fell behind and was trained to the end all the same
 */
public record ConfigurationEndings(Configuration configuration, List<TrialEnding> trials, boolean control) {

    /** Its completed trials, in order. */
    public List<TrialEnding> completed() {
        return trials.stream()
                .filter(trial -> trial.status() == Status.COMPLETED)
                .toList();
    }

    /** A figure over its completed trials. */
    public Spread spread(ToDoubleFunction<TrialEnding> figure) {
        return Spread.of(completed().stream().mapToDouble(figure), overlap());
    }

    /** Examples tested on for each trained on, by which training sets of its trials overlap; 0 without folds. */
    public double overlap() {
        return configuration.dataset().folds().keptToTrained();
    }

    /** Where the test accuracy of its first completed trial lies, over test examples; unknown where there is none. */
    public Interval testAccuracy() {
        return completed().stream()
                .flatMap(trial -> trial.ending().figures().stream())
                .map(Figures::testAccuracy)
                .findFirst()
                .orElse(Interval.UNKNOWN);
    }

    /** Where the test's root mean squared error of its first completed trial lies, over test examples; unknown where there is none. */
    public Interval testError() {
        return completed().stream()
                .flatMap(trial -> trial.ending().figures().stream())
                .map(Figures::testError)
                .findFirst()
                .orElse(Interval.UNKNOWN);
    }

    /** How many of its trials stand so. */
    public long count(Status status) {
        return trials.stream().filter(trial -> trial.status() == status).count();
    }

    /**
     * What became of trials that were not completed, such as {@code 1 diverged, 2 not run}, and whether it is of the control
     * group; empty if there is nothing to say.
     */
    public String remark() {
        return Stream.concat(
                        control ? Stream.of(ControlGroup.NAME) : Stream.of(),
                        Stream.of(Status.STOPPED, Status.DIVERGED, Status.FAILED, Status.NOT_RUN)
                                .filter(status -> count(status) > 0)
                                .map(status -> count(status) + " " + status.label()))
                .collect(Collectors.joining(", "));
    }
}
