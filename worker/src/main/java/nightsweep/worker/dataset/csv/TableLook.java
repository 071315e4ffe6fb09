package nightsweep.worker.dataset.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.csv.cell.MissingMarks;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a table looks like before anybody has said what its columns are.
 *
 * @param header whether the first line seems to name the columns
 */
public record TableLook(Header header, List<Column> columns, long rows) {
    /** Of whole numbers; more are mostly counted or measured. */
    private static final int MOST_NUMBERS = 20;

    private static final int MOST_WORDS = 100;
    private static final int EXAMPLES_A_CLASS = 5;
    private static final MissingMarks MARKS = MissingMarks.of(List.of());

    /** What people call the column that says what a row is. */
    private static final Set<String> LABEL_NAMES =
            Set.of("label", "labels", "class", "target", "y", "category", "species", "outcome", "diagnosis");

    public TableLook {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name from the header; its number where there is none
     * @param number from 1
     * @param filled rows that have something there
     * @param distinct values; one more than are counted at most where there are more
     */
    public record Column(String name, int number, long filled, int distinct, Content content) {}

    /** What all cells of a column are. */
    public enum Content {
        WHOLE_NUMBERS,
        NUMBERS,
        WORDS
    }

    /**
     * Looks at every row.
     *
     * @throws DataException if it cannot be read as a table
     */
    public static TableLook at(DataFile file) throws DataException {
        return CsvReader.read(file, (rows, how) -> of(file, rows));
    }

    private static TableLook of(DataFile file, CSVParser parser) throws IOException, DataException {
        List<String> first = List.of();
        List<Seen> seen = new ArrayList<>();
        long rows = 0;
        for (CSVRecord line : parser) {
            List<String> cells = line.toList();
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (first.isEmpty()) {
                first = cells;
                cells.forEach(cell -> seen.add(new Seen()));
                continue;
            }
            rows++;
            for (int i = 0; i < Math.min(cells.size(), seen.size()); i++) {
                seen.get(i).add(cells.get(i));
            }
        }
        if (rows == 0) {
            throw file.fault("it has no rows, or only one");
        }
        boolean named = names(first, seen);
        if (!named) {
            rows++;
            for (int i = 0; i < seen.size(); i++) {
                seen.get(i).add(first.get(i));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            columns.add(seen.get(i).column(named ? first.get(i) : Integer.toString(i + 1), i + 1));
        }
        return new TableLook(named ? Header.PRESENT : Header.ABSENT, columns, rows);
    }

    /** A first line of words that never come again in their columns names them. */
    private static boolean names(List<String> first, List<Seen> seen) {
        for (int i = 0; i < first.size(); i++) {
            String cell = first.get(i);
            if (CellNumber.is(cell) || MARKS.has(cell) || seen.get(i).values.contains(cell)) {
                return false;
            }
        }
        return Set.copyOf(first).size() == first.size();
    }

    /** The column of a name or, where none is called so, of a number from 1, or from -1 for the last. */
    public Optional<Column> find(String name) {
        Optional<Column> named =
                columns.stream().filter(column -> column.name().equals(name)).findFirst();
        if (named.isPresent() || !name.matches("-?[0-9]{1,6}")) {
            return named;
        }
        int number = Integer.parseInt(name);
        int place = number < 0 ? columns.size() + number + 1 : number;
        return columns.stream().filter(column -> column.number() == place).findFirst();
    }

    /**
     * The columns that may say what a row is, the likeliest first: one that is called so, the last, the first, and the others
     * from the end.
     */
    public List<Column> labels() {
        List<Column> likely = new ArrayList<>();
        List<Column> others = new ArrayList<>();
        for (int i = columns.size() - 1; i >= 0; i--) {
            Column column = columns.get(i);
            if (!tellsClasses(column)) {
                continue;
            }
            if (LABEL_NAMES.contains(column.name().toLowerCase(Locale.ROOT))) {
                likely.add(0, column);
            } else if (i == columns.size() - 1) {
                likely.add(column);
            } else if (i == 0) {
                others.add(0, column);
            } else {
                others.add(column);
            }
        }
        likely.addAll(others);
        return likely;
    }

    /** Whether a column holds numbers, and more of them than classes. */
    public boolean isQuantity(Column column) {
        return column.content() != Content.WORDS && column.distinct() > MOST_NUMBERS;
    }

    /**
     * The columns that say in every row the same as another in other words: a value of theirs for each of its values.
     *
     * @throws DataException if the table cannot be read
     */
    public List<Column> sameAs(Column label, DataFile file) throws DataException {
        List<Map<String, String>> forth = new ArrayList<>();
        List<Map<String, String>> back = new ArrayList<>();
        columns.forEach(column -> {
            forth.add(new HashMap<>());
            back.add(new HashMap<>());
        });
        Set<Column> same = new LinkedHashSet<>(columns);
        same.remove(label);
        return CsvReader.read(file, (rows, how) -> {
            boolean skip = header == Header.PRESENT;
            for (CSVRecord line : rows) {
                if (!skip && line.size() == columns.size()) {
                    String wanted = line.get(label.number() - 1);
                    same.removeIf(column -> {
                        int place = column.number() - 1;
                        String before = forth.get(place).putIfAbsent(wanted, line.get(place));
                        String after = back.get(place).putIfAbsent(line.get(place), wanted);
                        return (before != null && !before.equals(line.get(place)))
                                || (after != null && !after.equals(wanted));
                    });
                }
                skip = false;
            }
            return List.copyOf(same);
        });
    }

    private boolean tellsClasses(Column column) {
        int most = switch (column.content()) {
            case WHOLE_NUMBERS -> MOST_NUMBERS;
            case WORDS -> MOST_WORDS;
            case NUMBERS -> 0;
        };
        return column.filled() == rows
                && column.distinct() >= 2
                && column.distinct() <= most
                && (long) column.distinct() * EXAMPLES_A_CLASS <= rows;
    }

    /** What was seen of a column. */
    private static final class Seen {
        private final Set<String> values = new HashSet<>();
        private long filled;
        private boolean numbers = true;
        private boolean whole = true;

        void add(String cell) {
            if (MARKS.hasAmongNumbers(cell)) {
                return;
            }
            filled++;
            if (values.size() <= MOST_WORDS) {
                values.add(cell);
            }
            numbers = numbers && CellNumber.is(cell);
            whole = whole && numbers && !CellNumber.hasFraction(cell);
        }

        Column column(String name, int number) {
            Content content = whole ? Content.WHOLE_NUMBERS : numbers ? Content.NUMBERS : Content.WORDS;
            return new Column(name, number, filled, values.size(), content);
        }
    }
}
