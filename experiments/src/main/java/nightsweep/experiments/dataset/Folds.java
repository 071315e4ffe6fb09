package nightsweep.experiments.dataset;

import nightsweep.experiments.Checks;

/**
 * Parts that training examples are dealt into, of which each in turn is kept for validation and the others are trained on
 * (cross-validation; Stone 1974, Cross-Validatory Choice and Assessment of Statistical Predictions).
 *
 * @param count how many parts; 1 for none
 * @param repeat for which they are dealt, from 0: each repeat deals anew
 * @param fold the part that is kept, from 0
 */
public record Folds(int count, int repeat, int fold) {
    /** No part is kept in turn. */
    public static final Folds NONE = new Folds(1, 0, 0);

    public Folds {
        Checks.positive("folds", count);
        Checks.notNegative("repeat", repeat);
        if (fold < 0 || fold >= count) {
            throw new IllegalArgumentException("fold must be within 0.." + (count - 1) + ", but got " + fold + ".");
        }
    }

    /** The first of so many parts. */
    public static Folds of(int count) {
        return new Folds(count, 0, 0);
    }

    /** Whether there are parts. */
    public boolean active() {
        return count > 1;
    }

    /** Another part of as many. */
    public Folds at(int otherRepeat, int otherFold) {
        return active() ? new Folds(count, otherRepeat, otherFold) : this;
    }

    /**
     * Examples that are kept for each that is trained on, by which training sets overlap: {@code 1 / (count - 1)}; 0 where
     * there are no parts.
     */
    public double keptToTrained() {
        return active() ? 1.0 / (count - 1) : 0;
    }
}
