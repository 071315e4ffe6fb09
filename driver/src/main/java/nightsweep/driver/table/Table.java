package nightsweep.driver.table;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rows under columns, each row with one cell a column.
 *
 * @param name the stem of its file, such as {@code results}
 * @param title what stands above it on screen
 * @param notes sentences that stand below it on screen; they are no part of its file
 */
public record Table(String name, String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows instanceof Rows<?> ? rows : copy(rows, columns.size());
        notes = List.copyOf(notes);
        long names = columns.stream().map(Column::name).distinct().count();
        if (names != columns.size()) {
            throw new IllegalArgumentException("The columns of a table have different names, but got "
                    + columns.stream().map(Column::name).toList() + ".");
        }
    }

    /** One row for each of {@code items}, in their order; its cells are made each time that it is looked at. */
    public static <T> Table of(
            String name, String title, List<Field<T>> fields, List<? extends T> items, List<String> notes) {
        return new Table(name, title, fields.stream().map(Field::column).toList(), new Rows<T>(fields, items), notes);
    }

    /** One row for each of so many items, made by its place each time that it is looked at. */
    public static <T> Table of(
            String name,
            String title,
            List<Field<T>> fields,
            int rows,
            IntFunction<? extends T> items,
            List<String> notes) {
        return new Table(
                name, title, fields.stream().map(Field::column).toList(), new Rows<T>(fields, rows, items), notes);
    }

    /** One cell, for which the others of its row are not made where they can be done without. */
    public Cell cell(int row, int column) {
        return rows instanceof Rows<?> lazy
                ? lazy.cell(row, column)
                : rows.get(row).get(column);
    }

    /** The columns called {@code names}, in this order; names that it does not have are passed over. */
    public Table only(List<String> names) {
        List<Integer> kept =
                names.stream().map(this::indexOf).filter(index -> index >= 0).toList();
        return new Table(
                name,
                title,
                kept.stream().map(columns::get).toList(),
                rows instanceof Rows<?> lazy
                        ? lazy.only(kept)
                        : rows.stream()
                                .map(row -> kept.stream().map(row::get).toList())
                                .toList(),
                notes);
    }

    /** All columns but those called {@code names}. */
    public Table without(List<String> names) {
        return only(columns.stream()
                .map(Column::name)
                .filter(name -> !names.contains(name))
                .toList());
    }

    /** The rows whose cell in the column called {@code column} passes {@code test}. */
    public Table where(String column, Predicate<Cell> test) {
        int index = indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("Table " + name + " has no column " + column + ".");
        }
        return new Table(
                name,
                title,
                columns,
                rows instanceof Rows<?> lazy
                        ? lazy.where(index, test)
                        : rows.stream().filter(row -> test.test(row.get(index))).toList(),
                notes);
    }

    /** The first {@code most} rows, with a note of how many more there are and in which file. */
    public Table first(int most) {
        if (rows.size() <= most) {
            return this;
        }
        String more = String.format(Locale.ROOT, "%,d more in %s.csv.", rows.size() - most, name);
        return new Table(
                name,
                title,
                columns,
                rows.subList(0, most),
                Stream.concat(Stream.of(more), notes.stream()).toList());
    }

    /** The same table under another title. */
    public Table titled(String title) {
        return new Table(name, title, columns, rows, notes);
    }

    /** The same table with other notes. */
    public Table noted(List<String> notes) {
        return new Table(name, title, columns, rows, notes);
    }

    private static List<List<Cell>> copy(List<List<Cell>> rows, int width) {
        rows.stream().filter(row -> row.size() != width).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException(
                    "Each row of a table of " + width + " columns has as many cells, but got " + row + ".");
        });
        return rows.stream().map(List::copyOf).toList();
    }

    private int indexOf(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }
}
