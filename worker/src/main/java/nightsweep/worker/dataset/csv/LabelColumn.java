package nightsweep.worker.dataset.csv;

import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/** Finds the column that holds labels. */
final class LabelColumn {
    private LabelColumn() {}

    /**
     * The place of the label column, from 0.
     *
     * @param wanted a name, or a number from 1, or from -1 backwards; a name goes first where both would do
     * @param first the cells of the first line
     */
    static int find(String wanted, List<String> first, DataSource.Csv csv, DataFile file) throws DataException {
        if (csv.header() == DataSource.Header.PRESENT && first.contains(wanted)) {
            return first.indexOf(wanted);
        }
        int number = number(wanted);
        int place = number > 0 ? number - 1 : first.size() + number;
        if (number == 0 || place < 0 || place >= first.size()) {
            throw file.fault(
                    csv.header() == DataSource.Header.PRESENT
                            ? "it has no column \"" + wanted + "\"; its columns are " + String.join(", ", first)
                            : "it has no column " + wanted + "; without a header, columns are numbered from 1 to "
                                    + first.size() + ", or from -1 backwards");
        }
        return place;
    }

    /** 0 where it is no number. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
