package nightsweep.experiments.dataset;

import nightsweep.experiments.Checks;

/** What stands for the missing numbers of a column. */
public sealed interface Fill {

    /** The mean of the numbers that the training examples have there. */
    record Mean() implements Fill {}

    /** The number in the middle of those that the training examples have there, or the mean of the two in the middle. */
    record Median() implements Fill {}

    /** The same for every column. */
    record Constant(double value) implements Fill {
        public Constant {
            Checks.finite("constant", value);
        }
    }
}
