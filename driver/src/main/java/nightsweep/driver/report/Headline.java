package nightsweep.driver.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.outcome.SweepSummary;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The best configuration and how sure that is.
 *
 * @param mean of the objective over completed repeats
 * @param low of the 95 % interval of the mean; NaN, as is {@code high}, for fewer than two repeats
 * @param sure in words
 */
record Headline(
        int configuration,
        String label,
        double mean,
        double low,
        double high,
        int completed,
        int planned,
        String sure) {
    private static final double UPPER_TAIL = 0.975;

    static List<Headline> of(Summary summary) {
        return summary.brief().bestConfigurations().stream().map(Headline::of).toList();
    }

    private static Headline of(SweepSummary.BestConfiguration best) {
        double half = half(best.deviation(), best.completed());
        return new Headline(
                best.number(),
                best.label(),
                best.objective(),
                best.objective() - half,
                best.objective() + half,
                best.completed(),
                best.planned(),
                sure(best));
    }

    /** Half of Student's interval: the mean's standard error times the quantile of n - 1 degrees of freedom. */
    private static double half(OptionalDouble deviation, int n) {
        return n < 2 || deviation.isEmpty()
                ? Double.NaN
                : new TDistribution(null, n - 1).inverseCumulativeProbability(UPPER_TAIL)
                        * deviation.getAsDouble()
                        / Math.sqrt(n);
    }

    private static String sure(SweepSummary.BestConfiguration best) {
        if (best.completed() < 2) {
            return "It was measured once, so nothing tells how much of its lead is luck.";
        }
        return best.completed() < 5
                ? String.format(
                        Locale.ROOT,
                        "With %d repeats the interval is wide: take the order of configurations that lie within it with a"
                                + " grain of salt.",
                        best.completed())
                : "";
    }
}
