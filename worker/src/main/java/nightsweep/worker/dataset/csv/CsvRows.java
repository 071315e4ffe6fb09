package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.csv.cell.ColumnCells;
import nightsweep.worker.dataset.csv.cell.MissingMarks;
import nightsweep.worker.dataset.csv.cell.Quantity;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/** The rows of a table while it is read. What is wrong with them is gathered, to be told together. */
final class CsvRows {
    private static final int MOST_CLASSES = 256;
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
    private static final double MOST_OF_HEAP = 0.8;

    private final DataFile file;
    private final RowPlaces places;
    private final List<String> names;
    private final List<String> columns;
    private final Optional<List<String>> namesLine;
    private final int labelColumn;
    private final boolean endsWithSeparator;
    private final RowProblems problems;
    private final ColumnFinder finder;
    private final int[] used;
    private final List<ColumnCells> cells = new ArrayList<>();
    private final Optional<NumberLabels> numbers;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<Long> firsts = new ArrayList<>();
    private double[] values = new double[1024];
    private int[] labels = new int[64];

    /**
     * @param heading what the columns are called
     * @param firstLine the cells of the first line, whether they are names or a row
     * @param apart what cells are apart by, in words
     * @param unit as {@link RowPlaces} has it
     * @param known what the columns of the training table are, where this is another
     */
    CsvRows(
            DataFile file,
            DataSource.Csv csv,
            Heading heading,
            List<String> firstLine,
            String apart,
            Optional<ColumnKinds> known,
            String unit)
            throws DataException {
        this.file = file;
        this.places = new RowPlaces(unit);
        this.endsWithSeparator = heading.endsWithSeparator();
        this.problems = new RowProblems(file, places);
        if (heading.names().size() < 2) {
            throw file.fault("it has one column where cells are apart by " + apart
                    + ", but there must be labels and at least one column of numbers");
        }
        this.names = heading.names();
        this.columns = heading.told();
        this.namesLine = csv.header() == DataSource.Header.PRESENT ? Optional.of(firstLine) : Optional.empty();
        List<String> first =
                firstLine.subList(0, names.size()).stream().map(Heading::name).toList();
        this.labelColumn = LabelColumn.find(csv.labelColumn(), first, csv, file);
        this.finder = new ColumnFinder(file, csv, heading, labelColumn, known);
        this.used = IntStream.range(0, names.size())
                .filter(column -> column != labelColumn && !finder.use(column).equals(Optional.of(ColumnUse.IGNORED)))
                .toArray();
        MissingMarks marks = MissingMarks.of(csv.preparing().missing());
        this.numbers = csv.target() == TargetKind.NUMBER
                ? Optional.of(new NumberLabels(labelColumn, columns.get(labelColumn), marks, finder.decimals()))
                : Optional.empty();
        for (int column : used) {
            ColumnUse use = finder.use(column).orElse(ColumnUse.NUMBER);
            cells.add(new ColumnCells(marks, use == ColumnUse.CATEGORY || use == ColumnUse.FLAG, finder.decimals()));
        }
        if (used.length == 0) {
            throw file.fault("every column but the label is ignored, so there is nothing to learn from");
        }
    }

    /** Whether a column is ignored because somebody said so. */
    boolean ignores(int column) {
        return finder.use(column).equals(Optional.of(ColumnUse.IGNORED));
    }

    /** Begins a file; empty for the only one. */
    void begin(String part) {
        places.begin(part);
    }

    void add(List<String> all, long line) throws DataException {
        long place = places.place(line);
        List<String> row = all;
        if (endsWithSeparator
                && all.size() == names.size() + 1
                && all.get(names.size()).isBlank()) {
            row = all.subList(0, names.size());
        }
        if (row.size() != names.size()) {
            problems.add(
                    place,
                    0,
                    places.told(place) + " has " + row.size() + " cells, but the first line has " + names.size());
            return;
        }
        if (namesLine.filter(all::equals).isPresent()) {
            problems.add(
                    place,
                    0,
                    places.told(place) + " names the columns again, as where files were put together: delete it");
            return;
        }
        int at = places.rows();
        if (numbers.isPresent() && !numbers.get().take(row.get(labelColumn), at)) {
            return;
        }
        reserve(used.length, place);
        int value = at * used.length;
        for (int i = 0; i < used.length; i++) {
            values[value++] = cells.get(i).take(row.get(used[i]), at);
        }
        labels[at] = numbers.isPresent() ? 0 : label(row.get(labelColumn), place);
        places.add(line);
    }

    /**
     * Looks at a row of several lines: a quotation mark that is opened in one row and closed in a later one swallows what is
     * between, and the cells may still be as many as they should.
     */
    void lookAtLines(List<String> cells, char separator, long line) {
        for (int column = 0; column < Math.min(cells.size(), names.size()); column++) {
            String cell = cells.get(column);
            if (cell.indexOf('\n') >= 0 && !ignores(column) && looksLikeRows(cell, column, separator)) {
                long place = places.place(line);
                problems.add(
                        place,
                        column,
                        columns.get(column) + " over lines",
                        places.told(place) + ", " + columns.get(column)
                                + ": a quotation mark is opened lines before and closed here, with what looks like rows"
                                + " between: write two of them for one within a cell, or say under columns that the"
                                + " column is ignored");
            }
        }
    }

    private boolean looksLikeRows(String cell, int column, char separator) {
        List<String> lines = cell.lines().toList();
        int all = names.size() - 1 + (endsWithSeparator ? 1 : 0);
        for (int i = 0; i < lines.size(); i++) {
            long separators = lines.get(i).chars().filter(c -> c == separator).count();
            int wanted = i == 0 ? all - column : i == lines.size() - 1 ? column : all;
            if (separators != wanted) {
                return false;
            }
        }
        return lines.size() > 1;
    }

    /**
     * All of them.
     *
     * @param notes how they were read, where that was found out, in sentences
     */
    CsvTable table(List<String> notes) throws DataException {
        int rows = places.rows();
        if (rows == 0) {
            problems.throwIfAny();
            throw file.fault(
                    numbers.filter(known -> known.missing() > 0).isPresent()
                            ? "no row says its " + columns.get(labelColumn)
                            : "it has a header but no rows");
        }
        RawRows raw = new RawRows(Arrays.copyOf(values, rows * used.length), used, cells, places);
        RawRows.Resolved resolved = finder.resolve(raw, problems);
        double[] predicted = numbers.map(known -> known.resolve(places, finder.decimals(tableCells()), problems))
                .orElse(new double[0]);
        problems.throwIfAny();
        ColumnKinds kinds = resolved.kinds();
        if (kinds.columns().isEmpty()) {
            throw file.fault("no column but the label says anything: " + String.join("; ", kinds.notes()));
        }
        return new CsvTable(
                file,
                kinds.columns().stream().map(column -> column.name()).toList(),
                kinds.columns().stream().map(column -> column.told()).toList(),
                columns.get(labelColumn),
                names.get(labelColumn),
                labelColumn,
                notes,
                resolved.values(),
                resolved.rounded(),
                places,
                Arrays.copyOf(labels, rows),
                List.copyOf(texts.keySet()),
                List.copyOf(firsts),
                predicted,
                numbers.map(NumberLabels::missing).orElse(0),
                kinds);
    }

    private List<ColumnCells> tableCells() {
        List<ColumnCells> all = new ArrayList<>(cells);
        numbers.ifPresent(known -> all.add(known.cells()));
        return all;
    }

    private void reserve(int width, long place) throws DataException {
        int rows = places.rows();
        long needed = (rows + 1L) * width;
        if (needed > MOST_VALUES) {
            throw file.fault(
                    "at " + places.told(place) + " it has more than the " + MOST_VALUES + " values that can be read");
        }
        if (needed > values.length) {
            long grown = Math.min(2 * needed, MOST_VALUES);
            if ((grown + values.length) * Double.BYTES
                    > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
                throw file.fault("by " + places.told(place)
                        + " it has more values than memory can hold. Give the process more, or the"
                        + " table fewer rows");
            }
            values = Arrays.copyOf(values, (int) grown);
        }
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, (int) Math.min(2L * rows, MOST_VALUES));
        }
    }

    private int label(String text, long place) throws DataException {
        if (text.isBlank()) {
            problems.add(
                    place, labelColumn, places.told(place) + ", " + columns.get(labelColumn) + ": the label is empty");
            return 0;
        }
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == MOST_CLASSES) {
            problems.throwIfAny();
            throw file.fault(
                    Quantity.is(texts.keySet(), places.rows())
                            ? columns.get(labelColumn) + " has more than " + MOST_CLASSES
                                    + " different numbers by " + places.told(place)
                                    + ", so it looks like a quantity: say target: number to predict it, or name the column"
                                    + " of classes"
                            : places.told(place) + ", " + columns.get(labelColumn) + ": \"" + text
                                    + "\" is label number "
                                    + (MOST_CLASSES + 1) + ", but there may be " + MOST_CLASSES
                                    + ". Is it the label column?");
        }
        texts.put(text, texts.size());
        firsts.add(place);
        return texts.size() - 1;
    }
}
