package nightsweep.driver.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Where a quantity lies with 95 % confidence, both ends included; both NaN where nothing tells. */
public record Interval(double low, double high) {
    /** Of too few measurements. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** How sure an interval is. */
    static final double CONFIDENCE = 0.95;

    /** How often it is wrong. */
    static final double LEVEL = 0.05;

    /** What the amount of a standard normal quantity exceeds as often. */
    private static final double NORMAL =
            new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);

    private static final double NORMAL_SQUARED = NORMAL * NORMAL;

    /** Of the mean of independent measurements. */
    public static Interval ofMean(int n, double mean, double deviation, Range range) {
        return ofMean(n, mean, deviation, range, 0);
    }

    /** Of one more measurement like those known, which are independent. */
    public static Interval ofOneMore(int n, double mean, double deviation, Range range) {
        return ofOneMore(n, mean, deviation, range, 0);
    }

    /**
     * Of a mean, by Student's t (Student 1908, The Probable Error of a Mean): {@code mean -+ t(n - 1) * deviation /
     * sqrt(n)}, on the scale of the range. It supposes measurements that are normal there. A point where nothing varies.
     *
     * @param n measurements; unknown below 2
     * @param deviation the sample's, over {@code n - 1}
     * @param overlap examples tested on for each trained on, by which {@link Overlap} widens it; 0 for independent
     *     measurements
     */
    public static Interval ofMean(int n, double mean, double deviation, Range range, double overlap) {
        return n < 2
                ? UNKNOWN
                : range.around(
                        mean,
                        overlap == 0
                                ? Student.quantile(n - 1) * deviation / Math.sqrt(n)
                                : Student.quantile(n - 1) * Overlap.error(n, deviation, overlap));
    }

    /**
     * Of one more measurement like those known, by Student's t (Hahn and Meeker 1991, Statistical Intervals, 4.8):
     * {@code mean -+ t(n - 1) * deviation * sqrt(1 + 1 / n)}, on the scale of the range. It supposes measurements that are
     * normal there.
     *
     * @param n measurements; unknown below 2
     * @param deviation the sample's, over {@code n - 1}
     * @param overlap as of {@link #ofMean}: added below the root
     */
    public static Interval ofOneMore(int n, double mean, double deviation, Range range, double overlap) {
        return n < 2
                ? UNKNOWN
                : range.around(mean, Student.quantile(n - 1) * deviation * Math.sqrt(1 + 1.0 / n + overlap));
    }

    /**
     * Of a share, by Wilson's score (Wilson 1927, Probable Inference, the Law of Succession, and Statistical
     * Inference): it stays within 0..1 and holds for shares near either end.
     *
     * @param right of {@code n}; unknown where that is 0
     */
    public static Interval ofShare(int right, int n) {
        if (n == 0) {
            return UNKNOWN;
        }
        double share = (double) right / n;
        double spread = 1.0 / n * share * (1 - share) + 1.0 / (4 * (double) n * n) * NORMAL_SQUARED;
        double middle = share + 1.0 / (2.0 * n) * NORMAL_SQUARED;
        double scale = 1.0 / (1 + 1.0 / n * NORMAL_SQUARED);
        double reach = NORMAL * Math.sqrt(spread);
        return new Interval(scale * (middle - reach), scale * (middle + reach));
    }

    /** Whether {@code value} lies in it. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
