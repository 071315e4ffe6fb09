package nightsweep.driver.summary.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.statistics.Range;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Metric;

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
    public static Range of(Metric metric, Configuration configuration) {
        return switch (metric) {
            case LOSS -> of(Selection.lossKind(configuration));
            case LOG_LOSS, BRIER_SCORE, ROOT_MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, MEDIAN_ABSOLUTE_ERROR ->
                Range.POSITIVE;
            case R2, EXPLAINED_VARIANCE -> Range.UP_TO_ONE;
            case MATTHEWS_CORRELATION, COHENS_KAPPA -> Range.SIGNED_SHARE;
            default -> Range.SHARE;
        };
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
        return Stream.of(Metric.values())
                .filter(metric -> figure.equals(metric.label())
                        || figure.startsWith("test-" + metric.label())
                        || figure.startsWith("validation-" + metric.label())
                        || figure.startsWith("train-" + metric.label()))
                .max(Comparator.comparingInt(metric -> metric.label().length()))
                .map(metric -> of(metric, configuration))
                .orElse(Range.SHARE);
    }
}
