package nightsweep.experiments.format;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is wrong with a file, each problem once, so that all can be told together. */
final class Problems {
    private final SortedSet<Problem> found = new TreeSet<>();
    private int complaints;

    void add(Place place, String message) {
        complaints++;
        found.add(new Problem(place.line(), place.key(), message));
    }

    /** How often something was wrong, the same problem counting each time. */
    int complaints() {
        return complaints;
    }

    void throwIfAny(String fileName) throws SweepFileException {
        if (!found.isEmpty()) {
            throw new SweepFileException(fileName, List.copyOf(found));
        }
    }
}
