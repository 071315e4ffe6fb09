package nightsweep.driver.summary.tables;

import java.util.List;
import nightsweep.experiments.sweep.Metric;

/** The figures of predicted numbers that tables have, in the numbers' own unit, where others have those of classes. */
final class NumberFields {
    /** On test examples, the chief one first. */
    static final List<Metric> TEST = List.of(
            Metric.ROOT_MEAN_SQUARED_ERROR,
            Metric.MEAN_ABSOLUTE_ERROR,
            Metric.MEDIAN_ABSOLUTE_ERROR,
            Metric.R2,
            Metric.EXPLAINED_VARIANCE);

    /** On validation examples. */
    static final List<Metric> VALIDATION = List.of(Metric.ROOT_MEAN_SQUARED_ERROR, Metric.R2);

    /** The column of the chief figure on test examples. */
    static final String TEST_ERROR = "test-" + Metric.ROOT_MEAN_SQUARED_ERROR.label();

    private NumberFields() {}

    /** A figure as a heading has it. */
    static String title(String on, Metric metric) {
        return on + " "
                + switch (metric) {
                    case ROOT_MEAN_SQUARED_ERROR -> "RMSE";
                    case MEAN_ABSOLUTE_ERROR -> "MAE";
                    case R2 -> "R\u00b2";
                    default -> metric.label().replace('-', ' ');
                };
    }
}
