package nightsweep.driver.summary.comparison;

import java.util.Optional;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.statistics.PairedTest;
import nightsweep.experiments.sweep.Configuration;

/**
 * A configuration beside the best of those that it is ranked with.
 *
 * @param best itself where it is the best
 * @param test of the objective's differences to the best's, over the repeats that both completed
 * @param adjustedP by Holm, for having picked the best among all; NaN where the standing needed no test
 * @param times by how much Holm raised p; NaN likewise
 * @param sameExamples repeat 0 of both over the same test examples, on which no standing stands; empty for the best, and
 *     where predictions are not known
 */
public record Comparison(
        Configuration configuration,
        Configuration best,
        PairedTest test,
        double adjustedP,
        double times,
        Standing standing,
        Optional<SameExamples> sameExamples) {
    /** What an adjusted p must be under for a difference to be taken as real. */
    public static final double LEVEL = 0.05;

    /** The fewest repeats that a standing is given on. */
    public static final int FEWEST_REPEATS = 3;

    /** Where the difference lies, as sure as the standing is; it leaves 0 out exactly where adjusted p is below the level. */
    public Interval adjustedInterval() {
        return test.interval(times);
    }

    /** The same with a test over the same examples. */
    Comparison with(SameExamples examples) {
        return new Comparison(configuration, best, test, adjustedP, times, standing, Optional.of(examples));
    }
}
