package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/**
 * What is wrong with the rows of a table; the first of them are named, and all are counted. What is wrong with many cells
 * of a column in the same way is named once, so that it hides no other column.
 */
final class RowProblems {
    private static final int MOST_NAMED = 20;
    private static final int MOST_OF_A_KIND = 3;

    private final DataFile file;
    private final RowPlaces places;
    private final List<Named> named = new ArrayList<>();
    private final Map<String, Long> kinds = new LinkedHashMap<>();
    private long told;
    private long found;
    private long first;

    /** @param last whether others of the kind are counted here, and not named */
    private record Named(long place, int column, String kind, String problem, boolean last) {}

    RowProblems(DataFile file, RowPlaces places) {
        this.file = file;
        this.places = places;
    }

    /** Something of which each is named. */
    void add(long place, int column, String problem) {
        add(place, column, problem, problem);
    }

    /**
     * @param place as {@link RowPlaces} has it
     * @param column from 0; what is wrong with the whole line comes first
     * @param kind the same for what is wrong in the same way
     */
    void add(long place, int column, String kind, String problem) {
        first = found++ == 0 ? place : Math.min(first, place);
        boolean known = kinds.containsKey(kind);
        if (!known && kinds.size() >= MOST_NAMED) {
            return;
        }
        long count = kinds.merge(kind, 1L, Long::sum);
        told++;
        if (count <= MOST_OF_A_KIND) {
            named.add(new Named(place, column, kind, problem, count == MOST_OF_A_KIND));
        }
    }

    /** @throws DataException with all of them */
    void throwIfAny() throws DataException {
        if (found == 1) {
            throw file.fault(named.get(0).problem());
        }
        if (found > 1) {
            List<String> lines = named.stream()
                    .sorted(Comparator.comparingLong(Named::place).thenComparingInt(Named::column))
                    .map(this::line)
                    .toList();
            throw file.fault(found + " things are wrong with it, from " + places.told(first) + " on:\n    "
                    + String.join("\n    ", lines)
                    + (found > told ? "\n    and " + (found - told) + " more" : ""));
        }
    }

    private String line(Named one) {
        long more = kinds.getOrDefault(one.kind(), 0L) - MOST_OF_A_KIND;
        return one.problem() + (one.last() && more > 0 ? "; and so " + more + " more of this column" : "");
    }
}
