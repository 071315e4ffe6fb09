package nightsweep.experiments.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may stand at one place of a sweep file, gathered from what readers ask there. */
final class Form {
    /** The name of the part that each item of a list is. */
    static final String ITEM = "*";

    /** What a single value is read as. */
    enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        NOTHING
    }

    private final Map<String, Form> parts = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Map<Kind, Bounds> kinds = new EnumMap<>(Kind.class);
    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Object> usual = new ArrayList<>();
    private Optional<Set<String>> required = Optional.empty();
    private boolean open;
    private boolean list;

    Form part(String name) {
        return parts.computeIfAbsent(name, any -> new Form());
    }

    Map<String, Form> parts() {
        return parts;
    }

    void mapping(List<String> these, Set<String> needed) {
        keys.addAll(these);
        these.forEach(this::part);
        if (required.isEmpty()) {
            required = Optional.of(new LinkedHashSet<>(needed));
        } else {
            required.get().retainAll(needed);
        }
    }

    void openMapping() {
        open = true;
    }

    void list() {
        list = true;
        part(ITEM);
    }

    void scalar(Kind kind, Bounds bounds) {
        kinds.merge(kind, bounds, Bounds::or);
    }

    void labels(List<String> these) {
        labels.addAll(these);
    }

    void choice(List<String> these) {
        names.addAll(these);
        these.forEach(this::part);
    }

    void usual(Object value) {
        if (!usual.contains(value)) {
            usual.add(value);
        }
    }

    /** The keys of a mapping that has no others; empty where none was read. */
    Set<String> keys() {
        return keys;
    }

    /** Whether a mapping was read whose keys are known. */
    boolean closed() {
        return required.isPresent() && !open;
    }

    boolean open() {
        return open;
    }

    /** Keys that every reading wanted. */
    Set<String> required() {
        return required.orElse(Set.of());
    }

    boolean listed() {
        return list;
    }

    Map<Kind, Bounds> kinds() {
        return kinds;
    }

    Set<String> labels() {
        return labels;
    }

    Set<String> names() {
        return names;
    }

    /** What is taken where nothing is written, where that is always the same. */
    Optional<Object> always() {
        return usual.size() == 1 ? Optional.of(usual.get(0)) : Optional.empty();
    }
}
