package nightsweep.experiments.training.optimizer;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/** Is asked for an optimizer's hyperparameters one after another, each by its name in sweep files. */
public interface Hyperparameters {

    /** A number, {@code usual} where nothing is told. */
    double number(String label, double usual, Range range);

    /** One of some words, {@code usual} where nothing is told. */
    <N extends Named> N choice(String label, List<N> all, N usual);

    /**
     * Two numbers of which one is told and the other is 0.
     *
     * @param objection to both at once
     */
    Either either(String label, String otherLabel, Either usual, Range range, String objection);

    /** A number of 0 or more and below 1. */
    default double fraction(String label, double usual) {
        return number(label, usual, Checks::fraction);
    }

    /** A number above 0. */
    default double positive(String label, double usual) {
        return number(label, usual, Checks::positive);
    }

    /** A number of 0 or more. */
    default double notNegative(String label, double usual) {
        return number(label, usual, Checks::notNegative);
    }

    /** What a number may be: one of {@link Checks}. */
    @FunctionalInterface
    interface Range {
        /** Returns {@code value} where it may be; else fails with a sentence that begins with {@code name}. */
        double check(String name, double value);
    }

    /** Two numbers of which one is 0. */
    record Either(double one, double other) {}
}
