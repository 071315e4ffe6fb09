package nightsweep.driver.table;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Rows of which none is in memory until it is looked at: a long table costs what its items do. */
final class Rows<T> extends AbstractList<List<Cell>> implements RandomAccess {
    private final List<Field<T>> fields;
    private final List<T> items;

    Rows(List<Field<T>> fields, List<? extends T> items) {
        this.fields = List.copyOf(fields);
        this.items = List.copyOf(items);
    }

    @Override
    public List<Cell> get(int index) {
        T item = items.get(index);
        return fields.stream().map(field -> field.cell().apply(item)).toList();
    }

    @Override
    public int size() {
        return items.size();
    }
}
