package nightsweep.worker.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cells of examples that say nothing a model knows, and what it takes in their place. Used by one thread. */
public final class Gaps {
    private static final int MOST_NAMED = 10;

    private final Map<String, Long> filled = new TreeMap<>();
    private final Map<String, Long> unseen = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    /** Takes a missing cell of a column. */
    void filled(String column) {
        filled.merge(column, 1L, Long::sum);
    }

    /** Takes a value that no training example had. */
    void unseen(String column, String value) {
        unseen.merge(column, 1L, Long::sum);
        examples.putIfAbsent(column, value);
    }

    /** What there were, in sentences; none where there was nothing. */
    public List<String> told(String place) {
        List<String> told = new ArrayList<>();
        if (!filled.isEmpty()) {
            told.add("In " + place + ", missing cells are filled as in training: " + columns(filled) + ".");
        }
        if (!unseen.isEmpty()) {
            told.add(
                    "In " + place + ", values stand that no training example had, and are taken for none of the known: "
                            + columns(unseen) + ".");
        }
        return told;
    }

    private String columns(Map<String, Long> counts) {
        String named = counts.entrySet().stream()
                .limit(MOST_NAMED)
                .map(one -> one.getValue() + " in \"" + one.getKey() + "\""
                        + (counts == unseen ? " such as \"" + examples.get(one.getKey()) + "\"" : ""))
                .collect(Collectors.joining(", "));
        int more = counts.size() - MOST_NAMED;
        return named + (more > 0 ? ", and in " + more + (more == 1 ? " more column" : " more columns") : "");
    }
}
