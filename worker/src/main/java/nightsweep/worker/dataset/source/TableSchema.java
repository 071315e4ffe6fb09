package nightsweep.worker.dataset.source;

import java.util.List;
import nightsweep.experiments.dataset.Preparing;

/**
 * What the columns of a training table are.
 *
 * @param columns those that are used, in order
 * @param cells how many columns there are, with the label and those that are not used
 * @param unused the names of columns that are left out
 * @param missing what stands for a missing cell
 * @param how columns are to be prepared
 */
public record TableSchema(
        List<RawColumn> columns, int cells, List<String> unused, List<String> missing, Preparing how) {
    public TableSchema {
        columns = List.copyOf(columns);
        unused = List.copyOf(unused);
        missing = List.copyOf(missing);
    }

    /** Values and all: what a checksum has to cover beside the numbers that stand for them. */
    public String text() {
        StringBuilder text = new StringBuilder();
        columns.forEach(column -> text.append(' ')
                .append(column.place())
                .append(column.use().label())
                .append(column.values()));
        return text.toString();
    }
}
