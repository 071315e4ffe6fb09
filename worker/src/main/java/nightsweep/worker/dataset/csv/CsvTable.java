package nightsweep.worker.dataset.csv;

import java.util.List;
import nightsweep.worker.dataset.file.DataFile;

/**
 * One table as it was read.
 *
 * @param names of the columns of features: those of the header, or their numbers from 1
 * @param columns the same, as messages name them
 * @param label the column of labels, as messages name it
 * @param labelName its name in the header, or its number from 1
 * @param labelPlace where it stands among all columns, from 0
 * @param values {@code (rows, columns)}
 * @param labels each row's, as a place in {@code texts}
 * @param texts the labels that there are, in order of their first row
 * @param lines the line of each label's first row, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CsvTable(
        DataFile file,
        List<String> names,
        List<String> columns,
        String label,
        String labelName,
        int labelPlace,
        double[] values,
        int[] labels,
        List<String> texts,
        List<Long> lines) {

    int rows() {
        return labels.length;
    }

    /** Values a row. */
    int width() {
        return names.size();
    }

    /** The same rows with columns in the order of {@code wanted}, which are its own. */
    CsvTable inOrderOf(CsvTable wanted) {
        if (names.equals(wanted.names)) {
            return this;
        }
        int[] places = wanted.names.stream().mapToInt(names::indexOf).toArray();
        double[] ordered = new double[values.length];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < places.length; column++) {
                ordered[row * places.length + column] = values[row * places.length + places[column]];
            }
        }
        return new CsvTable(
                file, wanted.names, wanted.columns, label, labelName, labelPlace, ordered, labels, texts, lines);
    }
}
