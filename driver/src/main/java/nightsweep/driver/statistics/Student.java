package nightsweep.driver.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution (Student 1908, The Probable Error of a Mean). */
final class Student {
    private static final int KEPT = 100;

    /** Finding a quantile takes many steps, and thousands of means have the same few degrees of freedom. */
    private static final double[] QUANTILES = IntStream.range(1, KEPT)
            .mapToDouble(freedom -> quantile(freedom, Interval.LEVEL))
            .toArray();

    private Student() {}

    /** What the amount of t exceeds in 5 % of cases. */
    static double quantile(int freedom) {
        return freedom < KEPT ? QUANTILES[freedom - 1] : quantile(freedom, Interval.LEVEL);
    }

    /** How often the amount of t is at least that of {@code t}. */
    static double twoSided(double t, int freedom) {
        return 2 * distribution(freedom).cumulativeProbability(-Math.abs(t));
    }

    /** What the amount of t exceeds so often. */
    static double quantile(int freedom, double level) {
        return -distribution(freedom).inverseCumulativeProbability(level / 2);
    }

    /** Without the source of random numbers that the shorter constructor would make each time. */
    private static TDistribution distribution(int freedom) {
        return new TDistribution(null, freedom);
    }
}
