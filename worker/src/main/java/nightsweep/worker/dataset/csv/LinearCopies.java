package nightsweep.worker.dataset.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;

/** Columns of numbers that say the number to predict, in another unit: a straight line through all rows. */
final class LinearCopies {
    /** In smaller tables coincidences are usual. */
    private static final int LEAST_ROWS = 10;

    /** How far a row may be from the line, as a share of the range of what is predicted: rounding, and no noise. */
    private static final double NEAR = 1e-6;

    private LinearCopies() {}

    static Optional<DataRemark> of(CsvTable table) {
        List<String> copies = IntStream.range(0, table.width())
                .filter(column -> table.rows() >= LEAST_ROWS && table.isNumber(column) && isCopy(table, column))
                .mapToObj(column -> table.columns().get(column))
                .toList();
        return copies.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataRemark(
                        Doubt.LEAKED_LABEL,
                        String.join(" and ", copies) + (copies.size() == 1 ? " says" : " say") + " the same as "
                                + table.label() + " in every row, in another unit, so there is nothing to learn: leave "
                                + (copies.size() == 1 ? "it" : "them")
                                + " out of the table, unless known before the number is."));
    }

    /** By the line through the rows of the least and the greatest number to predict; missing cells are no copies. */
    private static boolean isCopy(CsvTable table, int column) {
        double[] wanted = table.numbers();
        int least = 0;
        int greatest = 0;
        for (int row = 0; row < table.rows(); row++) {
            least = wanted[row] < wanted[least] ? row : least;
            greatest = wanted[row] > wanted[greatest] ? row : greatest;
        }
        double range = wanted[greatest] - wanted[least];
        double step = (table.at(greatest, column) - table.at(least, column)) / range;
        if (!(range > 0) || step == 0 || Double.isNaN(step)) {
            return false;
        }
        for (int row = 0; row < table.rows(); row++) {
            double told = wanted[least] + (table.at(row, column) - table.at(least, column)) / step;
            if (!(Math.abs(told - wanted[row]) <= NEAR * range)) {
                return false;
            }
        }
        return true;
    }
}
