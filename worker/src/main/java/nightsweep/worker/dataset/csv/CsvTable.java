package nightsweep.worker.dataset.csv;

import java.util.List;
import nightsweep.worker.dataset.file.DataFile;

/**
 * One table as it was read.
 *
 * @param columns of features, as messages name them
 * @param values {@code (rows, columns)}
 * @param labels each row's, as a place in {@code texts}
 * @param texts the labels that there are, in order of their first row
 * @param lines the line of each label's first row, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CsvTable(
        DataFile file, List<String> columns, float[] values, int[] labels, List<String> texts, List<Long> lines) {}
