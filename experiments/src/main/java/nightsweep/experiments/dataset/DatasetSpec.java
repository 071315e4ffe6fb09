package nightsweep.experiments.dataset;

import nightsweep.experiments.Checks;

/**
 * What is trained on and tested on.
 *
 * @param validation the share of the training examples that is kept for validation, in [0, 1); 0 for none
 * @param trainLimit the most training examples to use, before validation is split off, drawn by class; 0 for all
 * @param testLimit the most test examples to use, drawn by class; 0 for all
 * @param split how examples are chosen that are kept for validation, and for testing where one table serves for both
 * @param folds parts of the training examples that are kept for validation in turn, beside no {@code validation}
 */
public record DatasetSpec(
        DataSource source,
        Scaling scaling,
        double validation,
        int trainLimit,
        int testLimit,
        Splitting split,
        Folds folds) {
    /** Examples of which no parts are kept in turn. */
    public DatasetSpec(
            DataSource source, Scaling scaling, double validation, int trainLimit, int testLimit, Splitting split) {
        this(source, scaling, validation, trainLimit, testLimit, split, Folds.NONE);
    }

    /** Examples that are kept from training by lot. */
    public DatasetSpec(DataSource source, Scaling scaling, double validation, int trainLimit, int testLimit) {
        this(source, scaling, validation, trainLimit, testLimit, Splitting.STRATIFIED);
    }

    public DatasetSpec {
        Checks.fraction("validation", validation);
        Checks.notNegative("train-limit", trainLimit);
        Checks.notNegative("test-limit", testLimit);
        if (folds.active() && (validation > 0 || split.by() == Splitting.By.TIME)) {
            throw new IllegalArgumentException("Folds go with no validation share, and with no order of time.");
        }
    }

    /** The same examples with another of its parts kept; itself where there are no parts. */
    public DatasetSpec at(int repeat, int fold) {
        return folds.active()
                ? new DatasetSpec(source, scaling, validation, trainLimit, testLimit, split, folds.at(repeat, fold))
                : this;
    }

    /** Whether a number is to be predicted, and no class. */
    public boolean predictsNumber() {
        return source.target() == TargetKind.NUMBER;
    }

    /** Whether trials can be compared on examples that are neither trained on nor tested on. */
    public boolean validated() {
        return validation > 0 || folds.active();
    }
}
