package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.file.DataFile;

/** What is wrong with the rows of a table; the first of them are named, and all are counted. */
final class RowProblems {
    private static final int MOST_NAMED = 20;

    private final DataFile file;
    private final List<String> named = new ArrayList<>();
    private long found;
    private long firstLine;

    RowProblems(DataFile file) {
        this.file = file;
    }

    void add(long line, String problem) {
        if (found++ == 0) {
            firstLine = line;
        }
        if (named.size() < MOST_NAMED) {
            named.add(problem);
        }
    }

    /** @throws DataException with all of them */
    void throwIfAny() throws DataException {
        if (found == 1) {
            throw file.fault(named.get(0));
        }
        if (found > 1) {
            throw file.fault(found + " things are wrong with it, from line " + firstLine + " on:\n    "
                    + String.join("\n    ", named)
                    + (found > named.size() ? "\n    and " + (found - named.size()) + " more" : ""));
        }
    }
}
