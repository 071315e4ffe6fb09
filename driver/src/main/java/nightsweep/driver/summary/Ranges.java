package nightsweep.driver.summary;

import java.util.List;
import nightsweep.driver.summary.statistics.Range;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Objective;

/** What figures can come to. */
final class Ranges {
    private Ranges() {}

    /** Of the mean loss of examples. */
    static Range of(LossName loss) {
        return switch (loss) {
            case WASSERSTEIN -> Range.ANY;
            case COSINE_PROXIMITY -> Range.SIGNED_SHARE;
            case F_MEASURE -> Range.SHARE;
            default -> Range.POSITIVE;
        };
    }

    /** Of a metric of a configuration. */
    static Range of(Objective.Metric metric, Configuration configuration) {
        return metric == Objective.Metric.LOSS ? of(Selection.lossKind(configuration)) : Range.SHARE;
    }

    /** The ends of all of them together, the lower first; infinite where there is none. */
    static List<Double> ends(List<Range> ranges) {
        return List.of(
                ranges.stream().mapToDouble(Range::least).min().orElse(Double.NEGATIVE_INFINITY),
                ranges.stream().mapToDouble(Range::greatest).max().orElse(Double.POSITIVE_INFINITY));
    }

    /** Of a figure by its column, such as {@code test-loss}. */
    static Range of(String figure, Configuration configuration) {
        if (figure.equals(PublishedVerdict.PARAMETERS)) {
            return Range.ANY;
        }
        return figure.contains("loss") ? of(Selection.lossKind(configuration)) : Range.SHARE;
    }
}
