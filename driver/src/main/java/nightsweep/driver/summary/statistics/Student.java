package nightsweep.driver.summary.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution (Student 1908, The Probable Error of a Mean). */
final class Student {
    private static final int KEPT = 100;
    private static final double UPPER = (1 + Interval.CONFIDENCE) / 2;

    /** Finding a quantile takes many steps, and thousands of means have the same few degrees of freedom. */
    private static final double[] QUANTILES =
            IntStream.range(1, KEPT).mapToDouble(Student::find).toArray();

    private Student() {}

    /** What the amount of t exceeds in 5 % of cases. */
    static double quantile(int freedom) {
        return freedom < KEPT ? QUANTILES[freedom - 1] : find(freedom);
    }

    /** How often the amount of t is at least that of {@code t}. */
    static double twoSided(double t, int freedom) {
        return 2 * distribution(freedom).cumulativeProbability(-Math.abs(t));
    }

    private static double find(int freedom) {
        return distribution(freedom).inverseCumulativeProbability(UPPER);
    }

    /** Without the source of random numbers that the shorter constructor would make each time. */
    private static TDistribution distribution(int freedom) {
        return new TDistribution(null, freedom);
    }
}
