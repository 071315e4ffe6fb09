package nightsweep.worker.dataset.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/** The rows of a table while it is read. What is wrong with them is gathered, to be told together. */
final class CsvRows {
    private static final int MOST_CLASSES = 256;
    /** Up to here double precision tells whole numbers apart. */
    private static final double EXACT = 1L << 53;

    private static final String WORDS = ": leave the column out, or in its place write 1 and 0 in one for each word";

    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
    private static final double MOST_OF_HEAP = 0.8;

    private final DataFile file;
    private final String apart;
    private final DataSource.Header header;
    private final List<String> names;
    private final List<String> columns;
    private final int labelColumn;
    private final boolean endsWithSeparator;
    private final RowProblems problems;
    private final double[] rounded;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<Long> firstLines = new ArrayList<>();
    private double[] values = new double[1024];
    private int[] labels = new int[64];
    private int[] lines = new int[64];
    private int rows;

    /**
     * @param firstLine the cells of the first line, whether they are names or a row
     * @param apart what cells are apart by, in words
     */
    CsvRows(DataFile file, DataSource.Csv csv, List<String> firstLine, String apart) throws DataException {
        this.file = file;
        this.apart = apart;
        this.header = csv.header();
        Heading heading =
                header == DataSource.Header.PRESENT ? Heading.of(firstLine, file) : Heading.numbered(firstLine.size());
        this.endsWithSeparator = heading.endsWithSeparator();
        this.problems = new RowProblems(file);
        if (heading.names().size() < 2) {
            throw file.fault("it has one column where cells are apart by " + apart
                    + ", but there must be labels and at least one column of numbers");
        }
        this.names = heading.names();
        this.rounded = new double[names.size()];
        this.columns = heading.told();
        List<String> first =
                firstLine.subList(0, names.size()).stream().map(Heading::name).toList();
        this.labelColumn = LabelColumn.find(csv.labelColumn(), first, csv, file);
    }

    void add(List<String> all, long line) throws DataException {
        List<String> cells = all;
        if (endsWithSeparator
                && all.size() == names.size() + 1
                && all.get(names.size()).isBlank()) {
            cells = all.subList(0, names.size());
        }
        if (cells.size() != names.size()) {
            problems.add(
                    line, "line " + line + " has " + cells.size() + " cells, but the first line has " + names.size());
            return;
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
        lines[rows] = (int) Math.min(line, Integer.MAX_VALUE);
        rows++;
    }

    CsvTable table() throws DataException {
        problems.throwIfAny();
        if (rows == 0) {
            throw file.fault("it has a header but no rows");
        }
        List<String> features = new ArrayList<>(names);
        features.remove(labelColumn);
        List<String> told = new ArrayList<>(columns);
        told.remove(labelColumn);
        return new CsvTable(
                file,
                List.copyOf(features),
                List.copyOf(told),
                columns.get(labelColumn),
                names.get(labelColumn),
                labelColumn,
                apart,
                Arrays.copyOf(values, rows * features.size()),
                IntStream.range(0, names.size())
                        .filter(column -> column != labelColumn)
                        .mapToDouble(column -> rounded[column])
                        .toArray(),
                Arrays.copyOf(lines, rows),
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
            long grown = Math.min(2 * needed, MOST_VALUES);
            if ((grown + values.length) * Double.BYTES
                    > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
                throw file.fault(
                        "by line " + line + " it has more values than memory can hold. Give the process more, or the"
                                + " table fewer rows");
            }
            values = Arrays.copyOf(values, (int) grown);
        }
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, (int) Math.min(2L * rows, MOST_VALUES));
            lines = Arrays.copyOf(lines, labels.length);
        }
    }

    private double number(String text, long line, int column) {
        if (CellNumber.is(text)) {
            double value = Double.parseDouble(text);
            if (Math.abs(value) > EXACT) {
                double error = new BigDecimal(text)
                        .subtract(new BigDecimal(value))
                        .abs()
                        .doubleValue();
                rounded[column] = Math.max(rounded[column], error);
            }
            return value;
        }
        boolean headless = rows == 0 && header == DataSource.Header.ABSENT;
        problems.add(
                line,
                columns.get(column) + CellNumber.reason(text),
                "line " + line + ", " + columns.get(column) + CellNumber.objection(text)
                        + (headless ? ". Has the table a header?" : CellNumber.isWord(text) ? WORDS : ""));
        return 0;
    }

    private int label(String text, long line) throws DataException {
        if (text.isBlank()) {
            problems.add(line, "line " + line + ", " + columns.get(labelColumn) + ": the label is empty");
            return 0;
        }
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == MOST_CLASSES) {
            problems.throwIfAny();
            throw file.fault(
                    Quantity.is(texts.keySet(), rows)
                            ? columns.get(labelColumn) + " has more than " + MOST_CLASSES
                                    + " different numbers by line " + line
                                    + ", so it looks like a quantity, and only classes can be learnt. Name the column of"
                                    + " classes, or divide the quantity into some, such as low, middle and high"
                            : "line " + line + ", " + columns.get(labelColumn) + ": \"" + text + "\" is label number "
                                    + (MOST_CLASSES + 1) + ", but there may be " + MOST_CLASSES
                                    + ". Is it the label column?");
        }
        texts.put(text, texts.size());
        firstLines.add(line);
        return texts.size() - 1;
    }
}
