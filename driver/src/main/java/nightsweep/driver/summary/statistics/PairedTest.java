package nightsweep.driver.summary.statistics;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Whether two quantities that were measured in pairs have different means: Student's paired t-test, two-sided (Student
 * 1908, The Probable Error of a Mean).
 *
 * @param n pairs
 * @param mean of the differences; NaN without pairs
 * @param interval of the mean; unknown below two pairs
 * @param p how often differences at least as far from 0 would come about by chance; NaN below two pairs
 */
public record PairedTest(int n, double mean, Interval interval, double p) {
    private static final double ROUNDING = 1e-12;

    /**
     * The test of differences, each of one pair.
     *
     * <p>Where all are the same number, t has nothing to divide by, and scores that move in steps come out so by chance.
     * The exact sign test stands in (Arbuthnot 1710; Conover 1999, Practical Nonparametric Statistics, 3.4): {@code p =
     * 2^(1 - n)}, or 1 where the differences are 0.
     */
    public static PairedTest of(double[] differences) {
        int n = differences.length;
        if (n == 0) {
            return new PairedTest(0, Double.NaN, Interval.UNKNOWN, Double.NaN);
        }
        double mean = StatUtils.mean(differences);
        if (n == 1) {
            return new PairedTest(1, mean, Interval.UNKNOWN, Double.NaN);
        }
        if (StatUtils.max(differences) - StatUtils.min(differences) <= ROUNDING) {
            double p = Math.abs(mean) <= ROUNDING ? 1 : Math.scalb(1.0, 1 - n);
            return new PairedTest(n, mean, new Interval(mean, mean), p);
        }
        double deviation = new StandardDeviation().evaluate(differences, mean);
        double t = mean / (deviation / Math.sqrt(n));
        return new PairedTest(n, mean, Interval.ofMean(n, mean, deviation), Student.twoSided(t, n - 1));
    }
}
