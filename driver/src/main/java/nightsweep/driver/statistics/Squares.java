package nightsweep.driver.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Sums of squares of the analysis of variance (Fisher 1925, Statistical Methods for Research Workers, VII). Their
 * share of {@link #total} is eta squared; where a grid is complete, those are the shares of a functional analysis of
 * variance (Hutter, Hoos, Leyton-Brown 2014, An Efficient Approach for Assessing Hyperparameter Importance) over the
 * grid itself, and add up to one.
 */
public final class Squares {
    private Squares() {}

    /** How far values lie from their mean. */
    public static double total(double[] values) {
        double mean = StatUtils.mean(values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> square(values[i] - mean))
                .sum();
    }

    /** How far the means of groups lie from the mean, each as often as its group has values. */
    public static double between(double[] values, int[] groups) {
        double mean = StatUtils.mean(values);
        double[] means = Groups.means(values, groups);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> square(means[groups[i]] - mean))
                .sum();
    }

    /** How far values lie from the means of their groups. */
    public static double within(double[] values, int[] groups) {
        double[] means = Groups.means(values, groups);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> square(values[i] - means[groups[i]]))
                .sum();
    }

    /** How far the means of cells lie from the sums of effects that come closest to them. */
    public static double interaction(double[] values, TwoWay cells) {
        double[] fitted = cells.additive(values);
        double[] means = cells.means(values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> square(means[i] - fitted[i]))
                .sum();
    }

    private static double square(double value) {
        return value * value;
    }
}
