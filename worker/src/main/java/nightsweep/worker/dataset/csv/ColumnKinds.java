package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.worker.dataset.source.RawColumn;

/**
 * What the columns of a table are.
 *
 * @param columns those that are used, in order
 * @param cells how many columns there are, with the label and those that are not used
 * @param unused the names of columns that are left out
 * @param notes what was found out of columns, in sentences
 */
record ColumnKinds(List<RawColumn> columns, int cells, List<String> unused, List<String> notes) {
    ColumnKinds {
        columns = List.copyOf(columns);
        unused = List.copyOf(unused);
        notes = List.copyOf(notes);
    }

    /** Whether every cell is a number, and every column is used: the table is what it becomes. */
    boolean arePlain() {
        return unused.isEmpty() && columns.stream().allMatch(RawColumn::isPlain);
    }

    Optional<RawColumn> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The same without a column, which is not used. */
    ColumnKinds without(int column) {
        List<RawColumn> fewer = new ArrayList<>(columns);
        List<String> more = new ArrayList<>(unused);
        more.add(fewer.remove(column).name());
        return new ColumnKinds(fewer, cells, more, notes);
    }

    /** The same in another order. */
    ColumnKinds inOrderOf(List<String> names) {
        return new ColumnKinds(
                names.stream().map(name -> find(name).orElseThrow()).toList(), cells, unused, notes);
    }
}
