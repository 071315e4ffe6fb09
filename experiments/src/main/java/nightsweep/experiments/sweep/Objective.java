package nightsweep.experiments.sweep;

import nightsweep.experiments.Named;

/** What makes one trial better than another. */
public record Objective(Metric metric, Goal goal) {

    /** What is measured, on validation examples where there are any, else on test examples. */
    public enum Metric implements Named {
        ACCURACY("accuracy", Goal.MAXIMIZE),
        MACRO_F1("macro-f1", Goal.MAXIMIZE),
        WEIGHTED_F1("weighted-f1", Goal.MAXIMIZE),
        LOSS("loss", Goal.MINIMIZE);

        private final String label;
        private final Goal usualGoal;

        Metric(String label, Goal usualGoal) {
            this.label = label;
            this.usualGoal = usualGoal;
        }

        @Override
        public String label() {
            return label;
        }

        /** The goal where a sweep file names none. */
        public Goal usualGoal() {
            return usualGoal;
        }
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
