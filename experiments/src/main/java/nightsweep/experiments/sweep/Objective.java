package nightsweep.experiments.sweep;

import java.util.Optional;
import nightsweep.experiments.Named;

/**
 * What makes one trial better than another.
 *
 * @param ofClass the class whose figure is meant; there exactly where the metric is {@linkplain Metric#ofOneClass of one class}
 */
public record Objective(Metric metric, Goal goal, Optional<String> ofClass) {
    public Objective {
        if (metric.ofOneClass() != ofClass.isPresent()) {
            throw new IllegalArgumentException(
                    metric.label() + (metric.ofOneClass() ? " is a figure of one class." : " is of all classes."));
        }
    }

    /** Of a metric of all classes. */
    public Objective(Metric metric, Goal goal) {
        this(metric, goal, Optional.empty());
    }

    /** Its name in words, such as {@code macro F1} or {@code recall of spam}. */
    public String title() {
        return ofClass.map(name -> words(metric.label().replaceFirst("^class-", "")) + " of " + name)
                .orElseGet(() -> words(metric.label()));
    }

    private static String words(String label) {
        return label.replace('-', ' ')
                .replace("f1", "F1")
                .replace("roc auc", "ROC area")
                .replace("matthews", "Matthews")
                .replace("cohens kappa", "Cohen's kappa")
                .replace("brier", "Brier")
                .replace("rmse", "RMSE")
                .replace("mae", "MAE")
                .replace("r2", "R²");
    }

    /** Which way is better. */
    public enum Goal implements Named {
        MAXIMIZE("maximize"),
        MINIMIZE("minimize");

        private final String label;

        Goal(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /** Whether {@code a} is better than {@code b}; a number is better than NaN. */
        public boolean better(double a, double b) {
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return !Double.isNaN(a) && Double.isNaN(b);
            }
            return this == MAXIMIZE ? a > b : a < b;
        }
    }
}
