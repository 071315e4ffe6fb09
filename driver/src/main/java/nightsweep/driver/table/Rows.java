package nightsweep.driver.table;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Rows of which none is in memory until it is looked at: a long table costs what its items do. */
final class Rows<T> extends AbstractList<List<Cell>> implements RandomAccess {
    private final List<Field<T>> fields;
    private final int size;
    private final IntFunction<? extends T> items;

    Rows(List<Field<T>> fields, List<? extends T> items) {
        this(fields, items.size(), List.copyOf(items)::get);
    }

    /** @param items what stands in a row, by its place */
    Rows(List<Field<T>> fields, int size, IntFunction<? extends T> items) {
        this.fields = List.copyOf(fields);
        this.size = size;
        this.items = items;
    }

    @Override
    public List<Cell> get(int index) {
        T item = items.apply(index);
        Cell[] cells = new Cell[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = fields.get(i).cell().apply(item);
        }
        return List.of(cells);
    }

    /** One cell of a row, without the others. */
    Cell cell(int row, int column) {
        return fields.get(column).cell().apply(items.apply(row));
    }

    /** The same rows with some of the columns, by their places. */
    Rows<T> only(List<Integer> columns) {
        return new Rows<>(columns.stream().map(fields::get).toList(), size, items);
    }

    /** The rows whose cell in a column passes a test. */
    Rows<T> where(int column, Predicate<Cell> test) {
        int[] found = IntStream.range(0, size)
                .filter(row -> test.test(cell(row, column)))
                .toArray();
        return new Rows<>(fields, found.length, row -> items.apply(found[row]));
    }

    @Override
    public int size() {
        return size;
    }
}
