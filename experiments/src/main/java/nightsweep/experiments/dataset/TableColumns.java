package nightsweep.experiments.dataset;

import java.io.Serializable;
import java.util.List;

/**
 * The columns of a table whose rows a network was trained on.
 *
 * @param names of the columns of features, in order; none where the table named none
 * @param label the name of the column of labels; empty where the table named none
 * @param labelPlace where that column stood among all, from 0
 */
public record TableColumns(List<String> names, String label, int labelPlace) implements Serializable {
    public TableColumns {
        names = List.copyOf(names);
    }
}
