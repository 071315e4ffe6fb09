package nightsweep.driver.summary.ranking;

import java.util.List;
import nightsweep.driver.statistics.Range;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Objective;

/** What figures can come to. */
public final class Ranges {
    /** The figure that counts what a network learns. */
    public static final String PARAMETERS = "parameters";

    private Ranges() {}

    /** Of the mean loss of examples. */
    public static Range of(LossName loss) {
        return switch (loss) {
            case WASSERSTEIN -> Range.ANY;
            case COSINE_PROXIMITY -> Range.SIGNED_SHARE;
            case F_MEASURE -> Range.SHARE;
            default -> Range.POSITIVE;
        };
    }

    /** Of a metric of a configuration. */
    public static Range of(Objective.Metric metric, Configuration configuration) {
        return metric == Objective.Metric.LOSS ? of(Selection.lossKind(configuration)) : Range.SHARE;
    }

    /** The ends of all of them together, the lower first; infinite where there is none. */
    public static List<Double> ends(List<Range> ranges) {
        return List.of(
                ranges.stream().mapToDouble(Range::least).min().orElse(Double.NEGATIVE_INFINITY),
                ranges.stream().mapToDouble(Range::greatest).max().orElse(Double.POSITIVE_INFINITY));
    }

    /** Of a figure by its column, such as {@code test-loss}. */
    public static Range of(String figure, Configuration configuration) {
        if (figure.equals(PARAMETERS)) {
            return Range.ANY;
        }
        return figure.contains("loss") ? of(Selection.lossKind(configuration)) : Range.SHARE;
    }
}
