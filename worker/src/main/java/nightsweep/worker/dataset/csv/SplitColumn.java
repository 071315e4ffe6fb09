package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.RawColumn;
import nightsweep.worker.dataset.source.RowKeys;

/** The column of a table that says a row's group or time. It is read as texts, and is no input unless it is said to be one. */
record SplitColumn(Splitting how, DataSource.Csv csv) {
    /** Years first, so that the order of the texts is that of the times. */
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?Z?)?");

    boolean present() {
        return !how.stratified();
    }

    boolean seen() {
        return how.seen(csv.preparing().rules());
    }

    /** How a table is read so that the column is there. */
    DataSource.Csv reading(DataFile file) throws DataException {
        if (present() && how.column().equals(csv.labelColumn())) {
            throw file.fault("it cannot be split " + how.by().label() + " of its label, " + how.column());
        }
        if (!present() || seen()) {
            return csv;
        }
        Preparing given = csv.preparing();
        List<ColumnRule> rules = Stream.concat(
                        Stream.of(new ColumnRule(how.column(), ColumnUse.CATEGORY)),
                        given.rules().stream().filter(rule -> !rule.columns().equals(how.column())))
                .toList();
        return csv.with(new Preparing(
                rules, given.missing(), given.fill(), given.missingFlags(), given.mostValues(), given.decimals()));
    }

    /** The table without the column, where it is no input. */
    CsvTable inputs(CsvTable table) throws DataException {
        if (!present() || seen()) {
            return table;
        }
        if (table.width() == 1) {
            throw table.file()
                    .fault(
                            "beside the label it has only the column that it is split by, so there is nothing to learn from");
        }
        return table.without(place(table));
    }

    /** What keeps the rows of a table together; empty where rows are drawn by class. */
    Optional<RowKeys> keys(CsvTable table) throws DataException {
        if (!present()) {
            return Optional.empty();
        }
        int column = place(table);
        List<String> texts = new ArrayList<>();
        Map<String, Integer> codes = new HashMap<>();
        int[] rows = new int[table.rows()];
        for (int row = 0; row < rows.length; row++) {
            String text = text(table, row, column);
            rows[row] = codes.computeIfAbsent(text, added -> {
                texts.add(added);
                return texts.size() - 1;
            });
        }
        if (how.by() == Splitting.By.GROUP) {
            return Optional.of(new RowKeys(how, rows, texts));
        }
        if (texts.stream().allMatch(CellNumber::is)) {
            return Optional.of(inOrder(rows, texts, Double::valueOf));
        }
        for (String text : texts) {
            if (!DATE.matcher(text).matches()) {
                throw table.file()
                        .fault(
                                "it is to be split in the order of " + how.column() + ", but \"" + text
                                        + "\" is neither a number nor a date as 2026-01-31 or 2026-01-31 23:59. Write times so");
            }
        }
        return Optional.of(inOrder(rows, texts, SplitColumn::written));
    }

    /** Texts of one time are one. */
    private <T extends Comparable<T>> RowKeys inOrder(int[] rows, List<String> texts, Function<String, T> time) {
        SortedMap<T, String> order = new TreeMap<>();
        texts.forEach(text -> order.putIfAbsent(time.apply(text), text));
        Map<T, Integer> places = new HashMap<>();
        order.keySet().forEach(key -> places.put(key, places.size()));
        int[] place =
                texts.stream().mapToInt(text -> places.get(time.apply(text))).toArray();
        return new RowKeys(how, IntStream.of(rows).map(row -> place[row]).toArray(), List.copyOf(order.values()));
    }

    /** Whether one time is before another. */
    static boolean before(String one, String other) {
        boolean numbers = CellNumber.is(one) && CellNumber.is(other);
        if (numbers) {
            return Double.parseDouble(one) < Double.parseDouble(other);
        }
        return written(one).compareTo(written(other)) < 0;
    }

    private static String written(String date) {
        return date.replace('T', ' ').replace("Z", "");
    }

    private int place(CsvTable table) throws DataException {
        List<RawColumn> columns = table.kinds().columns();
        List<String> all = columns.stream().map(RawColumn::name).toList();
        int place = all.indexOf(how.column());
        if (place < 0) {
            throw table.file()
                    .fault("it is to be split " + how.by().label() + " of \"" + how.column()
                            + "\", but it has no such column; its columns are " + String.join(", ", all));
        }
        return place;
    }

    private String text(CsvTable table, int row, int column) throws DataException {
        double value = table.at(row, column);
        if (Double.isNaN(value)) {
            throw table.file()
                    .fault(table.places().told(table.places().place(row)) + ": " + how.column()
                            + " is missing, but rows are split by it. Fill it, or leave such rows out");
        }
        List<String> values = table.kinds().columns().get(column).values();
        if (values.isEmpty()) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        return values.get((int) value);
    }
}
