package nightsweep.experiments.yaml;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is wrong with a file, each problem once, so that all can be told together. */
public final class Problems {
    private final SortedSet<Problem> found = new TreeSet<>();
    private final Inquiry inquiry;
    private int complaints;

    public Problems() {
        this(Inquiry.NOBODY);
    }

    /** @param inquiry hears what readers ask meanwhile */
    public Problems(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    public Inquiry inquiry() {
        return inquiry;
    }

    public void add(Place place, String message) {
        complaints++;
        found.add(new Problem(place.line(), place.key(), message));
    }

    /** How often something was wrong, the same problem counting each time. */
    public int complaints() {
        return complaints;
    }

    public void throwIfAny(String fileName) throws SweepFileException {
        if (!found.isEmpty()) {
            throw new SweepFileException(fileName, List.copyOf(found));
        }
    }
}
