package nightsweep.experiments.dataset;

import java.io.Serializable;
import java.util.List;

/** What training examples made of preparing a column. */
public sealed interface FittedColumn extends Serializable {

    /** The column's name, or its number from 1. */
    String name();

    /** Where the column stood among all of the training table, from 0. */
    int place();

    /** How many numbers become of a cell. */
    int width();

    /** Whether the first number is a quantity, and scaled; the others are 0 and 1, and stay so. */
    default boolean scaled() {
        return false;
    }

    /**
     * A number.
     *
     * @param form how cells write it
     * @param sign the sign that stands before or behind each; empty for none
     * @param fill what stands for a missing one
     * @param flagged whether a second number is 1 where it is missing, and 0 where not
     */
    record Quantity(String name, int place, NumberForm form, String sign, double fill, boolean flagged)
            implements FittedColumn {
        /** Without a sign. */
        public Quantity(String name, int place, NumberForm form, double fill, boolean flagged) {
            this(name, place, form, "", fill, flagged);
        }

        @Override
        public int width() {
            return flagged ? 2 : 1;
        }

        @Override
        public boolean scaled() {
            return true;
        }
    }

    /**
     * 1 for yes and 0 for no.
     *
     * @param fill what stands for a missing one
     * @param flagged whether a second number is 1 where it is missing, and 0 where not
     */
    record Flag(String name, int place, double fill, boolean flagged) implements FittedColumn {
        @Override
        public int width() {
            return flagged ? 2 : 1;
        }
    }

    /**
     * A 1 at the place of a value, and 0 at all others.
     *
     * @param values those with a place of their own, in order
     * @param other whether a place after them is that of rare values, and so of unknown ones; else those are 0 everywhere
     * @param missing whether the last place is that of missing cells; else those are taken for unknown values
     */
    record Category(String name, int place, List<String> values, boolean other, boolean missing)
            implements FittedColumn {
        public Category {
            values = List.copyOf(values);
        }

        @Override
        public int width() {
            return values.size() + (other ? 1 : 0) + (missing ? 1 : 0);
        }

        /** Where the 1 of an unknown value is; -1 for nowhere. */
        public int unknownPlace() {
            return other ? values.size() : -1;
        }

        /** Where the 1 of a missing cell is; -1 for nowhere. */
        public int missingPlace() {
            return missing ? width() - 1 : unknownPlace();
        }
    }
}
