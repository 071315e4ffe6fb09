package nightsweep.experiments.dataset;

import nightsweep.experiments.Checks;

/**
 * What is trained on and tested on.
 *
 * @param validation the share of the training examples that is kept for validation, drawn by class, in [0, 1); 0 for
 *     none
 * @param trainLimit the most training examples to use, before validation is split off, drawn by class; 0 for all
 * @param testLimit the most test examples to use, drawn by class; 0 for all
 */
public record DatasetSpec(DataSource source, Scaling scaling, double validation, int trainLimit, int testLimit) {
    public DatasetSpec {
        Checks.fraction("validation", validation);
        Checks.notNegative("train-limit", trainLimit);
        Checks.notNegative("test-limit", testLimit);
    }

    /** Whether a number is to be predicted, and no class. */
    public boolean predictsNumber() {
        return source.target() == TargetKind.NUMBER;
    }

    /** Whether trials can be compared on examples that are neither trained on nor tested on. */
    public boolean validated() {
        return validation > 0;
    }
}
