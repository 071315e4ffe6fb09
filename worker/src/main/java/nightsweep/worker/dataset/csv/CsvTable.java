package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.worker.dataset.file.DataFile;

/**
 * One table as it was read.
 *
 * @param names of the columns of features: those of the header, or their numbers from 1
 * @param columns the same, as messages name them
 * @param label the column of labels, as messages name it
 * @param labelName its name in the header, or its number from 1
 * @param labelPlace where it stands among all columns, from 0
 * @param notes how it was read, where that was found out, in sentences
 * @param values {@code (rows, columns)}, as {@link nightsweep.worker.dataset.source.RawColumn} says
 * @param rounded for each column, by how much a number was rounded at most for being beyond double precision
 * @param places of the rows
 * @param labels each row's, as a place in {@code texts}
 * @param texts the labels that there are, in order of their first row
 * @param firsts the place of each label's first row
 * @param numbers of each row the one to predict; none where there are labels
 * @param leftOut rows that do not say their number
 * @param kinds what the columns are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CsvTable(
        DataFile file,
        List<String> names,
        List<String> columns,
        String label,
        String labelName,
        int labelPlace,
        List<String> notes,
        double[] values,
        double[] rounded,
        RowPlaces places,
        int[] labels,
        List<String> texts,
        List<Long> firsts,
        double[] numbers,
        int leftOut,
        ColumnKinds kinds) {

    int rows() {
        return labels.length;
    }

    /** Values a row. */
    int width() {
        return names.size();
    }

    double at(int row, int column) {
        return values[row * width() + column];
    }

    /** Whether a column is a quantity, and not a category or a flag. */
    boolean isNumber(int column) {
        return kinds.columns().get(column).use() == ColumnUse.NUMBER;
    }

    /** How many of some rows have the values of one of {@code others}, which are rows of a table with the same columns. */
    int repeats(int[] rows, CsvTable other, int[] others) {
        long[] known =
                Arrays.stream(others).mapToLong(other::fingerprint).sorted().toArray();
        return (int) Arrays.stream(rows)
                .filter(row -> Arrays.binarySearch(known, fingerprint(row)) >= 0)
                .count();
    }

    /** How many different rows each label of {@code texts} has. */
    int[] distinctRows() {
        int[] counts = new int[texts.size()];
        for (int label = 0; label < counts.length; label++) {
            int wanted = label;
            long[] seen = IntStream.range(0, rows())
                    .filter(row -> labels[row] == wanted)
                    .mapToLong(this::fingerprint)
                    .sorted()
                    .toArray();
            for (int i = 0; i < seen.length; i++) {
                counts[label] += i == 0 || seen[i] != seen[i - 1] ? 1 : 0;
            }
        }
        return counts;
    }

    private long fingerprint(int row) {
        long fingerprint = 0;
        for (int at = row * width(); at < (row + 1) * width(); at++) {
            // 0 and -0 are one number.
            long mixed = (fingerprint ^ Double.doubleToLongBits(values[at] + 0.0)) * 0x9e3779b97f4a7c15L;
            fingerprint = mixed ^ (mixed >>> 29);
        }
        return fingerprint;
    }

    /** The same rows without a column, which is then one of those that are not used. */
    CsvTable without(int column) {
        int width = width() - 1;
        double[] fewer = new double[rows() * width];
        double[] fewerRounded = new double[width];
        for (int at = 0; at < width; at++) {
            int from = at < column ? at : at + 1;
            fewerRounded[at] = rounded[from];
            for (int row = 0; row < rows(); row++) {
                fewer[row * width + at] = at(row, from);
            }
        }
        return new CsvTable(
                file,
                without(names, column),
                without(columns, column),
                label,
                labelName,
                labelPlace,
                notes,
                fewer,
                fewerRounded,
                places,
                labels,
                texts,
                firsts,
                numbers,
                leftOut,
                kinds.without(column));
    }

    private static List<String> without(List<String> all, int place) {
        List<String> fewer = new ArrayList<>(all);
        fewer.remove(place);
        return fewer;
    }

    /** The same rows with columns in the order of {@code wanted}, which are its own. */
    CsvTable inOrderOf(CsvTable wanted) {
        if (names.equals(wanted.names)) {
            return this;
        }
        int[] order = wanted.names.stream().mapToInt(names::indexOf).toArray();
        double[] ordered = new double[values.length];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < order.length; column++) {
                ordered[row * order.length + column] = values[row * order.length + order[column]];
            }
        }
        return new CsvTable(
                file,
                wanted.names,
                wanted.columns,
                label,
                labelName,
                labelPlace,
                notes,
                ordered,
                rounded,
                places,
                labels,
                texts,
                firsts,
                numbers,
                leftOut,
                kinds.inOrderOf(wanted.names));
    }
}
