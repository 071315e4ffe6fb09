package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.file.DataFile;

/** The rows of a table while it is read. */
final class CsvRows {
    private static final int MOST_CLASSES = 256;
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final DataFile file;
    private final DataSource.Header header;
    private final List<String> names;
    private final int labelColumn;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<Long> firstLines = new ArrayList<>();
    private float[] values = new float[1024];
    private int[] labels = new int[64];
    private int rows;

    /**
     * @param first the cells of the first line, whether they are names or a row
     */
    CsvRows(DataFile file, DataSource.Csv csv, List<String> first) throws DataException {
        this.file = file;
        this.header = csv.header();
        this.labelColumn = LabelColumn.find(csv.labelColumn(), first, csv, file);
        if (first.size() < 2) {
            throw file.fault("it has one column, but there must be labels and at least one column of numbers");
        }
        this.names = new ArrayList<>();
        for (int column = 0; column < first.size(); column++) {
            names.add(
                    header == DataSource.Header.PRESENT
                            ? "column \"" + first.get(column) + "\""
                            : "column " + (column + 1));
        }
    }

    void add(List<String> cells, long line) throws DataException {
        if (cells.size() != names.size()) {
            throw file.fault(
                    "line " + line + " has " + cells.size() + " cells, but the first line has " + names.size());
        }
        int width = names.size() - 1;
        reserve(width, line);
        int place = rows * width;
        for (int column = 0; column < cells.size(); column++) {
            if (column != labelColumn) {
                values[place++] = number(cells.get(column), line, column);
            }
        }
        labels[rows] = label(cells.get(labelColumn), line);
        rows++;
    }

    CsvTable table() throws DataException {
        if (rows == 0) {
            throw file.fault("it has a header but no rows");
        }
        List<String> columns = new ArrayList<>(names);
        columns.remove(labelColumn);
        return new CsvTable(
                file,
                List.copyOf(columns),
                Arrays.copyOf(values, rows * columns.size()),
                Arrays.copyOf(labels, rows),
                List.copyOf(texts.keySet()),
                List.copyOf(firstLines));
    }

    private void reserve(int width, long line) throws DataException {
        long needed = (rows + 1L) * width;
        if (needed > MOST_VALUES) {
            throw file.fault("at line " + line + " it has more than the " + MOST_VALUES + " values that can be read");
        }
        if (needed > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(2 * needed, MOST_VALUES));
        }
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, (int) Math.min(2L * rows, MOST_VALUES));
        }
    }

    private float number(String text, long line, int column) throws DataException {
        float value;
        try {
            value = Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw fault(text, line, column);
        }
        // Java reads NaN, Infinity, 1f, 1d and 0x1p3 as numbers; in a table they are slips.
        if (!Float.isFinite(value) || !text.chars().allMatch(c -> c <= '9' || c == 'e' || c == 'E')) {
            throw fault(text, line, column);
        }
        return value;
    }

    private DataException fault(String text, long line, int column) {
        String what = text.isBlank() ? " is empty" : ": \"" + text + "\" is not a finite number";
        return file.fault("line " + line + ", " + names.get(column) + what
                + (rows == 0 && header == DataSource.Header.ABSENT ? ". Has the table a header?" : ""));
    }

    private int label(String text, long line) throws DataException {
        if (text.isBlank()) {
            throw file.fault("line " + line + ", " + names.get(labelColumn) + ": the label is empty");
        }
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == MOST_CLASSES) {
            throw file.fault("line " + line + ", " + names.get(labelColumn) + ": \"" + text + "\" is label number "
                    + (MOST_CLASSES + 1) + ", but there may be " + MOST_CLASSES + ". Is it the label column?");
        }
        texts.put(text, texts.size());
        firstLines.add(line);
        return texts.size() - 1;
    }
}
