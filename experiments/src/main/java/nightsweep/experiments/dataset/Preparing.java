package nightsweep.experiments.dataset;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/**
 * How the cells of a table are to become numbers, where they are not plain ones.
 *
 * @param rules what columns are, where that is not left to be found out; a name goes before a pattern, and of patterns the
 *     first that fits
 * @param missing what stands for a missing cell; empty for what usually does
 * @param mostValues of a category so many, the most frequent ones, have columns of their own; rarer ones share one
 */
public record Preparing(
        List<ColumnRule> rules, List<String> missing, Fill fill, MissingFlags missingFlags, int mostValues) {

    /** Columns as they are found. */
    public static final Preparing USUAL = new Preparing(List.of(), List.of(), new Fill.Mean(), MissingFlags.NONE, 100);

    public Preparing {
        rules = List.copyOf(rules);
        missing = List.copyOf(missing);
        Checks.positive("most-values", mostValues);
    }

    /** Whether a network is told which numbers were missing. */
    public enum MissingFlags implements Named {
        NONE("none"),
        /** A column of numbers that has missing ones gets another beside it: 1 where they are. */
        ADDED("added");

        private final String label;

        MissingFlags(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
