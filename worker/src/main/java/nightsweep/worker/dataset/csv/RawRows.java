package nightsweep.worker.dataset.csv;

import java.util.List;
import nightsweep.worker.dataset.csv.cell.ColumnCells;

/**
 * What was read of the columns that are used, before it is known what they are.
 *
 * @param values {@code (rows, columns)}; not a number where there is none
 * @param columns the place of each among all, from 0
 * @param cells what is known of each beside its numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawRows(double[] values, int[] columns, List<ColumnCells> cells, RowPlaces places) {

    /**
     * The same with a number for whatever a cell says.
     *
     * @param values {@code (rows, columns)}, of the columns that are used after all
     * @param rounded of each, by how much a number was rounded at most
     */
    record Resolved(ColumnKinds kinds, double[] values, double[] rounded) {}

    int rows() {
        return places.rows();
    }

    int width() {
        return columns.length;
    }

    /** The values of some of the columns. */
    double[] of(int[] kept) {
        if (kept.length == width()) {
            return values;
        }
        double[] some = new double[rows() * kept.length];
        for (int row = 0; row < rows(); row++) {
            for (int at = 0; at < kept.length; at++) {
                some[row * kept.length + at] = values[row * width() + kept[at]];
            }
        }
        return some;
    }
}
