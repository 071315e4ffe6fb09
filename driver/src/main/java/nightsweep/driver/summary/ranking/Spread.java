package nightsweep.driver.summary.ranking;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.statistics.Range;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Several measurements of one quantity; each figure NaN where it is not defined.
 *
 * @param mean of one or more
 * @param deviation the sample's, over {@code n - 1}, of two or more
 * @param overlap examples tested on for each trained on, where they are of folds, whose training sets overlap; else 0
 */
public record Spread(int n, double mean, double deviation, double least, double greatest, double overlap) {

    /** Of independent measurements. */
    public static Spread of(DoubleStream values) {
        return of(values, 0);
    }

    /** Summed in the order given, twice as commons-math does, so that the same numbers give the same bits. */
    public static Spread of(DoubleStream values, double overlap) {
        double[] numbers = values.toArray();
        // Rounding must not set the mean of equal numbers apart from them.
        boolean equal = numbers.length > 0 && Arrays.stream(numbers).allMatch(number -> number == numbers[0]);
        double mean = equal ? numbers[0] : StatUtils.mean(numbers);
        double deviation = numbers.length < 2 ? Double.NaN : new StandardDeviation().evaluate(numbers, mean);
        return new Spread(numbers.length, mean, deviation, StatUtils.min(numbers), StatUtils.max(numbers), overlap);
    }

    /** Where the mean lies, by Student's t; unknown of fewer than two. */
    public Interval interval(Range range) {
        return Interval.ofMean(n, mean, deviation, range, overlap);
    }

    /** Where one more lies, likewise. */
    public Interval ofOneMore(Range range) {
        return Interval.ofOneMore(n, mean, deviation, range, overlap);
    }
}
