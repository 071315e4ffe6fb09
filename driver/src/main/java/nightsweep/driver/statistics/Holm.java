package nightsweep.driver.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Correction for testing many hypotheses at once (Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure):
 * the chance that any true hypothesis is rejected stays at the level, however the tests depend on each other.
 */
public final class Holm {
    private Holm() {}

    /** Each {@code p} as it is to be held against the level, in the order given; NaN stays NaN and does not count. */
    public static double[] adjusted(double[] p) {
        return adjusted(p, count(p));
    }

    /**
     * The same for comparisons of one thing with each other one, where the one was picked because it came out best: then
     * any two might have been compared, and all {@code k * (k - 1) / 2} pairs count. With
     * {@code k - 1} ten equal things of five repeats raise false alarms in about 11 % of cases.
     *
     * @param p of the {@code k - 1} comparisons
     */
    public static double[] adjustedWithPickedBest(double[] p) {
        return adjusted(p, pairs(p));
    }

    /**
     * The same where {@code p} are some of {@code hypotheses}, of which the others were not looked at: those might have
     * come first or last, and here they are taken to come last, which never rejects more than Holm's procedure on all.
     */
    public static double[] adjusted(double[] p, long hypotheses) {
        return Arrays.stream(raised(p, hypotheses)).map(one -> Math.min(1, one)).toArray();
    }

    /**
     * By how much each {@code p} was multiplied in {@link #adjusted(double[])}, had it not been kept to 1: a comparison is
     * rejected at 0.05 exactly where its {@code p} is below 0.05 over this, and an interval of that level then shows the
     * same. At least 1; NaN where p is.
     */
    public static double[] times(double[] p) {
        return times(p, count(p));
    }

    /** The same of {@link #adjustedWithPickedBest}. */
    public static double[] timesWithPickedBest(double[] p) {
        return times(p, pairs(p));
    }

    private static double[] times(double[] p, long hypotheses) {
        double[] raised = raised(p, hypotheses);
        return IntStream.range(0, p.length)
                .mapToDouble(i -> p[i] == 0 ? hypotheses : raised[i] / p[i])
                .toArray();
    }

    private static long count(double[] p) {
        return Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    }

    private static long pairs(double[] p) {
        long things = p.length + 1L;
        return things * (things - 1) / 2;
    }

    /** Each times as many as are left when its turn comes, and no less than those before it; not kept to 1. */
    private static double[] raised(double[] p, long hypotheses) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (hypotheses < order.length) {
            throw new IllegalArgumentException(
                    "hypotheses must be at least the " + order.length + " tested, but got " + hypotheses + ".");
        }
        double[] raised = new double[p.length];
        Arrays.fill(raised, Double.NaN);
        double greatest = 0;
        for (int i = 0; i < order.length; i++) {
            greatest = Math.max(greatest, (hypotheses - i) * p[order[i]]);
            raised[order[i]] = greatest;
        }
        return raised;
    }
}
