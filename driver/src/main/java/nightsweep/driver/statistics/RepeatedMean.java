package nightsweep.driver.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * The mean of measurements of several things, each measured in several repeats.
 *
 * @param n measurements
 * @param mean NaN of none
 * @param interval over repeats; unknown below two
 */
public record RepeatedMean(int n, double mean, Interval interval) {

    /** Of independent repeats. */
    public static RepeatedMean of(double[] values, int[] things, int[] repeats, Range range) {
        return of(values, things, repeats, range, 0);
    }

    /**
     * The mean of {@code values}. Measurements of one repeat share their random numbers and so are no independent
     * witnesses: the interval is Student's over repeats, each of which counts once, with how far its measurements lie
     * on average from the means of their things. Where nothing is missing, that is the interval of the repeats' means.
     *
     * @param things whose each value is, {@code things: (values)}, from 0
     * @param repeats which each value is of, {@code repeats: (values)}, from 0
     * @param range of the values
     * @param overlap examples tested on for each trained on, where repeats are folds, by which the interval is widened as
     *     that of {@link Interval#ofMean}; else 0
     */
    public static RepeatedMean of(double[] values, int[] things, int[] repeats, Range range, double overlap) {
        int n = values.length;
        if (n == 0) {
            return new RepeatedMean(0, Double.NaN, Interval.UNKNOWN);
        }
        double mean = StatUtils.mean(values);
        double[] means = Groups.means(values, things);
        double[] apart = IntStream.range(0, n)
                .mapToDouble(i -> values[i] - means[things[i]])
                .toArray();
        double[] byRepeat = Arrays.stream(Groups.means(apart, repeats))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double deviation = new StandardDeviation().evaluate(byRepeat);
        return new RepeatedMean(n, mean, Interval.ofMean(byRepeat.length, mean, deviation, range, overlap));
    }
}
