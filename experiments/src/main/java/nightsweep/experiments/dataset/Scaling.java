package nightsweep.experiments.dataset;

import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/** What is done to feature values before a network sees them. */
public sealed interface Scaling {

    /** Nothing: bytes stay 0..255. */
    record None() implements Scaling {}

    /** Into 0..1: bytes by dividing by 255, other numbers by the least and greatest of each training column. */
    record Unit() implements Scaling {}

    /** {@code (x - mean) / deviation}, where bytes are divided by 255 first. */
    record Given(double mean, double deviation) implements Scaling {
        public Given {
            Checks.finite("mean", mean);
            Checks.positive("deviation", deviation);
        }
    }

    /**
     * {@code (x - mean) / deviation} with both measured on the training examples; a column that never varies becomes 0.
     */
    record Measured(Over over) implements Scaling {}

    /**
     * {@code (x - median) / (q75 - q25)} of each training column, with quantiles between two numbers by straight lines, as
     * scikit-learn's {@code RobustScaler}; a column half of which is one number is not divided.
     */
    record Robust() implements Scaling {}

    /** Over what a mean is taken. */
    enum Over implements Named {
        /** Each column by itself. */
        COLUMN("column"),
        /** All columns together, as is usual for pixels. */
        ALL("all");

        private final String label;

        Over(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
