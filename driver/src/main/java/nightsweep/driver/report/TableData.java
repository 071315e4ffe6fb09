package nightsweep.driver.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Numbers;
import nightsweep.driver.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table as the page has it.
 *
 * @param rows texts, numbers, and null where there is no value
 */
record TableData(String title, List<ColumnData> columns, List<List<@Nullable Object>> rows, List<String> notes) {
    private static final List<String> SHOWN =
            List.of("results", "configurations", "comparisons", "variance", "effects", "interactions", "published");
    static final int MOST_ROWS = 5_000;

    /**
     * A column.
     *
     * @param words whether it holds texts
     * @param whole whether it holds whole numbers only
     */
    record ColumnData(String name, String title, boolean words, boolean whole, int decimals, boolean signed) {}

    /** The tables that the page shows, by name. */
    static Map<String, TableData> of(List<Table> tables) {
        Map<String, TableData> shown = new LinkedHashMap<>();
        tables.stream().filter(TableData::isShown).forEach(table -> shown.put(table.name(), of(table)));
        return shown;
    }

    /** Whether the page of a run has it. */
    static boolean isShown(Table table) {
        return SHOWN.contains(table.name());
    }

    /** The table of a name, which must be there. */
    static Table named(String name, List<Table> tables) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + name + "."));
    }

    /** Where a column stands, which must be there. */
    static int place(String column, Table table) {
        int place = table.columns().stream().map(Column::name).toList().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("Table " + table.name() + " has no column " + column + ".");
        }
        return place;
    }

    /** Its first rows, as many as a page can hold. */
    static TableData of(Table whole) {
        Table table = whole.first(MOST_ROWS);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>(row.size());
            row.forEach(cell -> values.add(value(cell)));
            rows.add(values);
        }
        List<ColumnData> columns = IntStream.range(0, table.columns().size())
                .mapToObj(i -> column(table.columns().get(i), i, rows))
                .toList();
        return new TableData(table.title(), columns, rows, table.notes());
    }

    private static ColumnData column(Column column, int place, List<List<@Nullable Object>> rows) {
        return new ColumnData(
                column.name(),
                column.title(),
                column.align() == Column.Align.LEFT,
                rows.stream().map(row -> row.get(place)).allMatch(value -> value == null || value instanceof Long),
                column.numbers().decimals(),
                column.numbers().sign() == Numbers.Sign.ALWAYS);
    }

    private static @Nullable Object value(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Count count) {
            return count.count();
        }
        if (cell instanceof Cell.Score score) {
            return Double.isInfinite(score.value()) ? (Object) Numbers.exact(score.value()) : (Object) score.value();
        }
        return null;
    }
}
