package nightsweep.worker.dataset.preparing;

import java.util.Arrays;
import nightsweep.experiments.dataset.FittedColumn;

/** What becomes of a cell: some numbers of a row, from a place on. */
public final class Cell {
    private Cell() {}

    /**
     * Of a cell as it was read.
     *
     * @param places of a category, where the 1 of each of its values is; -1 for nowhere
     */
    static void put(FittedColumn column, double value, int[] places, double[] row, int at) {
        if (column instanceof FittedColumn.Category category) {
            int place = Double.isNaN(value)
                    ? category.missingPlace()
                    : value < 0 ? category.unknownPlace() : places[(int) value];
            putOne(category, place, row, at);
        } else if (column instanceof FittedColumn.Quantity quantity) {
            put(value, quantity.fill(), quantity.flagged(), row, at);
        } else if (column instanceof FittedColumn.Flag flag) {
            put(value, flag.fill(), flag.flagged(), row, at);
        } else {
            throw new AssertionError(column);
        }
    }

    /** Of a number, or of 1 and 0 of a flag; not a number where it is missing. */
    public static void putNumber(FittedColumn column, double value, double[] row, int at) {
        put(column, value, new int[0], row, at);
    }

    /** Of a category's value, or of a missing one. */
    public static void putText(FittedColumn.Category column, String text, boolean missing, double[] row, int at) {
        int known = column.values().indexOf(text);
        putOne(column, missing ? column.missingPlace() : known < 0 ? column.unknownPlace() : known, row, at);
    }

    private static void put(double value, double fill, boolean flagged, double[] row, int at) {
        boolean missing = Double.isNaN(value);
        row[at] = missing ? fill : value;
        if (flagged) {
            row[at + 1] = missing ? 1 : 0;
        }
    }

    private static void putOne(FittedColumn.Category category, int place, double[] row, int at) {
        Arrays.fill(row, at, at + category.width(), 0);
        if (place >= 0) {
            row[at + place] = 1;
        }
    }
}
