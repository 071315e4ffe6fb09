package nightsweep.driver.statistics;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Whether two quantities that were measured in pairs have different means: Student's paired t-test, two-sided (Student
 * 1908, The Probable Error of a Mean).
 *
 * @param n pairs
 * @param mean of the differences; NaN without pairs
 * @param deviation of the differences, over {@code n - 1}; 0 where all are the same, NaN below two pairs
 * @param p how often differences at least as far from 0 would come about by chance; NaN below two pairs
 * @param range of the differences
 * @param overlap examples tested on for each trained on, by which training sets overlap; 0 where they are independent
 */
public record PairedTest(int n, double mean, double deviation, double p, Range range, double overlap) {
    private static final double ROUNDING = 1e-12;

    /** The test of independent differences, each of one pair. */
    public static PairedTest of(double[] differences, Range range) {
        return of(differences, range, 0);
    }

    /**
     * The test of differences, each of one pair; where training sets overlap, the corrected resampled t-test (Nadeau and
     * Bengio 2003): {@code t = mean / (deviation * sqrt(1 / n + overlap))}.
     *
     * <p>Where all are the same number, t has nothing to divide by, and scores that move in steps come out so by chance.
     * The exact sign test stands in (Arbuthnot 1710; Conover 1999, Practical Nonparametric Statistics, 3.4): {@code p =
     * 2^(1 - n)}, or 1 where the differences are 0. Where training sets overlap, it counts only as many of them as
     * independent ones would tell as much, {@code 1 / (1 / n + overlap)}.
     *
     * @param overlap examples tested on for each trained on; 0 for independent differences
     */
    public static PairedTest of(double[] differences, Range range, double overlap) {
        int n = differences.length;
        if (n == 0) {
            return new PairedTest(0, Double.NaN, Double.NaN, Double.NaN, range, overlap);
        }
        double mean = StatUtils.mean(differences);
        if (n == 1) {
            return new PairedTest(1, mean, Double.NaN, Double.NaN, range, overlap);
        }
        if (StatUtils.max(differences) - StatUtils.min(differences) <= ROUNDING) {
            double p = Math.abs(mean) <= ROUNDING ? 1 : sign(n, overlap);
            return new PairedTest(n, mean, 0, p, range, overlap);
        }
        double deviation = new StandardDeviation().evaluate(differences, mean);
        double t = mean / Overlap.error(n, deviation, overlap);
        return new PairedTest(n, mean, deviation, Student.twoSided(t, n - 1), range, overlap);
    }

    private static double sign(int n, double overlap) {
        return Math.scalb(1.0, 1 - Overlap.independent(n, overlap));
    }

    /** Where the mean of the differences lies, by itself. */
    public Interval interval() {
        return interval(1);
    }

    /**
     * Where the mean of the differences lies, as sure as a test of a {@code p} that is taken that many times: of level
     * {@code 1 - 0.05 / times}. It leaves 0 out exactly where {@code times * p} is below 0.05, since both stand on the same
     * t. That is why it is Student's, and only cut at the ends of the range: on another scale it would not agree with the
     * test.
     *
     * <p>Where all differences are the same number it is the sign test's interval of their median, from the least to the
     * greatest (Conover 1999, 3.2): a point from enough pairs on, and unknown below.
     *
     * @param times at least 1; where NaN, the interval is unknown
     */
    public Interval interval(double times) {
        if (n < 2 || Double.isNaN(times)) {
            return Interval.UNKNOWN;
        }
        double level = Interval.LEVEL / times;
        if (deviation == 0) {
            return sign(n, overlap) < level ? new Interval(mean, mean) : Interval.UNKNOWN;
        }
        double half = overlap == 0
                ? Student.quantile(n - 1, level) * deviation / Math.sqrt(n)
                : Student.quantile(n - 1, level) * Overlap.error(n, deviation, overlap);
        return range.cut(new Interval(mean - half, mean + half));
    }
}
