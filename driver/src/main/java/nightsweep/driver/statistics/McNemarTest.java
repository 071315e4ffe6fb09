package nightsweep.driver.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Whether two classifiers are right about different shares of the same examples: McNemar's test (McNemar 1947, Note on
 * the Sampling Error of the Difference Between Correlated Proportions) in its exact, binomial form; advised for
 * comparing two trained classifiers by Dietterich (1998, Approximate Statistical Tests for Comparing Supervised
 * Classification Learning Algorithms).
 *
 * @param onlyFirst examples that the first alone is right about
 * @param onlySecond examples that the second alone is right about
 * @param p two-sided; 1 where both are right about the same examples
 */
public record McNemarTest(int onlyFirst, int onlySecond, double p) {
    private static final double SMALL = 1e-3;

    /** The test of two that differ over these many examples. */
    public static McNemarTest of(int onlyFirst, int onlySecond) {
        int fewer = Math.min(onlyFirst, onlySecond);
        double tail = new BinomialDistribution(null, onlyFirst + onlySecond, 0.5).cumulativeProbability(fewer);
        if (tail < SMALL) {
            // That was 1 minus the upper tail, which leaves a small one few digits or none.
            tail = Beta.regularizedBeta(0.5, Math.max(onlyFirst, onlySecond), fewer + 1.0);
        }
        return new McNemarTest(onlyFirst, onlySecond, Math.min(1, 2 * tail));
    }

    /** The test of two by which examples each is right about, both in the same order. */
    public static McNemarTest of(boolean[] first, boolean[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "Both must be about the same examples, but got " + first.length + " and " + second.length + ".");
        }
        return of(count(first, second), count(second, first));
    }

    private static int count(boolean[] right, boolean[] wrong) {
        return (int) IntStream.range(0, right.length)
                .filter(i -> right[i] && !wrong[i])
                .count();
    }
}
