package nightsweep.experiments.search.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that holds for some points: each of its axes is there and has one of the values given.
 *
 * @param values by axis
 */
public record Clause(Map<String, List<String>> values) {
    public Clause {
        LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((axis, allowed) -> copy.put(axis, List.copyOf(allowed)));
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a condition must name at least one axis, but got none.");
        }
        values = Collections.unmodifiableMap(copy);
    }

    /** Whether it holds for a point, or a part of one, with these values by axis. */
    public boolean holds(Map<String, String> point) {
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            String value = point.get(entry.getKey());
            if (value == null || !entry.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** Such as {@code optimizer: sgd, units: [8, 16]}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        values.forEach((axis, allowed) -> {
            String shown = allowed.size() == 1 ? allowed.get(0) : allowed.toString();
            words.append(words.isEmpty() ? "" : ", ").append(axis).append(": ").append(shown);
        });
        return words.toString();
    }
}
