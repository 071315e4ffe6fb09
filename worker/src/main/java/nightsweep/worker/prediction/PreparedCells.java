package nightsweep.worker.prediction;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.csv.cell.MissingMarks;
import nightsweep.worker.dataset.preparing.Cell;
import nightsweep.worker.dataset.preparing.Truth;
import nightsweep.worker.dataset.source.DataException;

/** How cells go into a model that keeps what its training table was prepared by. */
record PreparedCells(Preparation preparation, MissingMarks marks) implements Serializable {

    static PreparedCells of(Preparation preparation) {
        return new PreparedCells(preparation, MissingMarks.of(preparation.missing()));
    }

    FittedColumn column(int number) {
        return preparation.columns().get(number);
    }

    /** How many columns go into the model. */
    int columns() {
        return preparation.columns().size();
    }

    /**
     * Puts what a cell says into {@code values}, from {@code at} on.
     *
     * @param number of the model's column, from 0
     * @return how many values that are
     * @throws DataException if it says nothing that such a column can
     */
    int put(int number, String cell, double[] values, int at, Gaps gaps, ExampleColumns.Where where)
            throws DataException {
        FittedColumn column = column(number);
        if (column instanceof FittedColumn.Category category) {
            boolean missing = marks.has(cell);
            if (missing && !category.missing()) {
                gaps.filled(category.name());
            } else if (!missing && !category.values().contains(cell)) {
                gaps.unseen(category.name(), cell);
            }
            Cell.putText(category, cell, missing, values, at);
        } else if (column instanceof FittedColumn.Flag) {
            put(number, truth(column, cell, where), values, at, gaps);
        } else if (column instanceof FittedColumn.Quantity quantity) {
            put(number, number(quantity, cell, where), values, at, gaps);
        }
        return column.width();
    }

    /** Puts a number, or one that is missing, into {@code values}; not for categories. */
    int put(int number, double value, double[] values, int at, Gaps gaps) {
        if (Double.isNaN(value)) {
            gaps.filled(column(number).name());
        }
        Cell.putNumber(column(number), value, values, at);
        return column(number).width();
    }

    private double truth(FittedColumn column, String cell, ExampleColumns.Where where) throws DataException {
        if (marks.has(cell)) {
            return Double.NaN;
        }
        OptionalInt truth = Truth.of(cell);
        if (truth.isEmpty()) {
            throw where.fault("its column \"" + column.name() + "\": \"" + cell
                    + "\" is neither yes nor no, true nor false, 1 nor 0");
        }
        return truth.getAsInt();
    }

    private double number(FittedColumn.Quantity column, String cell, ExampleColumns.Where where) throws DataException {
        if (marks.hasAmongNumbers(cell)) {
            return Double.NaN;
        }
        double number = CellNumber.of(cell, column.form(), column.sign());
        if (Double.isNaN(number)) {
            throw where.fault("its column \"" + column.name() + "\"" + CellNumber.objection(cell) + trained(column));
        }
        return number;
    }

    /** How the training table wrote its numbers, where that was not as usual. */
    private static String trained(FittedColumn.Quantity column) {
        if (!column.sign().isEmpty()) {
            return ". In the training table each number had " + column.sign();
        }
        return switch (column.form()) {
            case PLAIN -> "";
            case PER_CENT ->
                ". In the training table each number had a per cent sign: a tenth is 10% there, and not 0.1";
            case THOUSANDS -> ". In the training table commas stood between thousands";
            case DECIMAL_COMMA -> ". In the training table commas stood before decimals";
            case DECIMAL_COMMA_AND_POINT ->
                ". In the training table commas stood before decimals, and points between thousands";
            case CLOCK -> ". In the training table there were hours, minutes and seconds, as 1:05:33";
        };
    }

    /** Whether no cell of a line says anything that a row could. */
    boolean areNames(List<String> cells) {
        return cells.stream().noneMatch(this::isValue);
    }

    private boolean isValue(String cell) {
        return CellNumber.is(cell)
                || preparation.columns().stream()
                        .anyMatch(column -> column instanceof FittedColumn.Category category
                                ? category.values().contains(cell)
                                : column instanceof FittedColumn.Flag
                                        && Truth.of(cell).isPresent());
    }
}
