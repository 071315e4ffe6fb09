package nightsweep.worker.dataset.csv;

import java.util.Arrays;
import java.util.List;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparing.Decimals;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.csv.cell.ColumnCells;
import nightsweep.worker.dataset.csv.cell.FoundColumn;
import nightsweep.worker.dataset.csv.cell.MissingMarks;

/** The column of numbers to predict, while a table is read. Rows without one are left out, and counted. */
final class NumberLabels {
    private final int column;
    private final String told;
    private final MissingMarks marks;
    private final ColumnCells cells;
    private double[] numbers = new double[64];
    private int missing;

    /**
     * @param column where it stands, from 0
     * @param told as messages name it
     * @param decimals as far as they are said
     */
    NumberLabels(int column, String told, MissingMarks marks, Decimals decimals) {
        this.column = column;
        this.told = told;
        this.marks = marks;
        this.cells = new ColumnCells(marks, false, decimals);
    }

    /** Takes the cell of a row; false where it is missing, so that nothing is known of the row. */
    boolean take(String text, int row) {
        if (text.isBlank() || marks.has(text) || marks.hasAmongNumbers(text)) {
            missing++;
            return false;
        }
        if (row == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * row);
        }
        numbers[row] = cells.take(text, row);
        return true;
    }

    /** Rows that were left out. */
    int missing() {
        return missing;
    }

    ColumnCells cells() {
        return cells;
    }

    /**
     * The numbers of the rows that were taken; what is none is added to {@code problems}.
     *
     * @param places of the rows
     * @param decimals what is known of the whole table
     */
    double[] resolve(RowPlaces places, Decimals decimals, RowProblems problems) {
        double[] resolved = Arrays.copyOf(numbers, places.rows());
        List<String> texts = cells.texts();
        FoundColumn found = FoundColumn.said(ColumnUse.NUMBER, cells, decimals);
        for (int row = 0; row < resolved.length; row++) {
            if (!cells.hasText(row) && !found.isMarked()) {
                continue;
            }
            String text = !cells.hasText(row)
                    ? String.valueOf(resolved[row])
                    : cells.code(row) < 0 ? "" : texts.get(cells.code(row));
            resolved[row] = found.form() == NumberForm.PLAIN && found.sign().isEmpty()
                    ? Double.NaN
                    : CellNumber.of(text, found.form(), found.sign());
            if (Double.isNaN(resolved[row])) {
                long place = places.place(row);
                problems.add(
                        place,
                        column,
                        told + CellNumber.reason(text),
                        places.told(place) + ", " + told + CellNumber.objection(text));
            }
        }
        return resolved;
    }
}
