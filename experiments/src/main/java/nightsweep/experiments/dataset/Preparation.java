package nightsweep.experiments.dataset;

import java.io.Serializable;
import java.util.List;

/**
 * What becomes of the rows of a table before they are scaled, as it was fitted on training examples.
 *
 * @param columns those that are used, in order
 * @param cells how many columns the training table had, with the label and those that are not used
 * @param unused the names of columns that are passed over where a table has them
 * @param missing what stands for a missing cell, in small letters; an empty cell always does
 */
public record Preparation(List<FittedColumn> columns, int cells, List<String> unused, List<String> missing)
        implements Serializable {
    public Preparation {
        columns = List.copyOf(columns);
        unused = List.copyOf(unused);
        missing = List.copyOf(missing);
    }

    /** Numbers that become of a row. */
    public int width() {
        return columns.stream().mapToInt(FittedColumn::width).sum();
    }
}
