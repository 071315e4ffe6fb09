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
 * @param decimals what stands before the decimals of a number
 */
public record Preparing(
        List<ColumnRule> rules,
        List<String> missing,
        Fill fill,
        MissingFlags missingFlags,
        int mostValues,
        Decimals decimals) {

    /** Columns as they are found. */
    public static final Preparing USUAL =
            new Preparing(List.of(), List.of(), new Fill.Mean(), MissingFlags.NONE, 100, Decimals.FOUND);

    public Preparing {
        rules = List.copyOf(rules);
        missing = List.copyOf(missing);
        Checks.positive("most-values", mostValues);
    }

    /** Columns that are what is said, and else usual. */
    public Preparing(
            List<ColumnRule> rules, List<String> missing, Fill fill, MissingFlags missingFlags, int mostValues) {
        this(rules, missing, fill, missingFlags, mostValues, Decimals.FOUND);
    }

    /** What stands before decimals, where that is not found out; the other mark then stands between thousands. */
    public enum Decimals implements Named {
        FOUND("found"),
        POINT("point"),
        COMMA("comma");

        private final String label;

        Decimals(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
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
