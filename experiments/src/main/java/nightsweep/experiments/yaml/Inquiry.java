package nightsweep.experiments.yaml;

import java.util.List;
import java.util.Set;

/**
 * Hears what readers ask of a file: which keys there are, and what may stand at one. Paths are those of
 * {@link Place#key}.
 */
public interface Inquiry {
    /** Hears nothing. */
    Inquiry NOBODY = new Inquiry() {};

    /** A mapping was read that has these keys and no others. */
    default void mapping(String path, List<String> keys, Set<String> required) {}

    /** A mapping of any keys was read. */
    default void open(String path) {}

    /** A list was read. */
    default void list(String path) {}

    /** A text is read. */
    default void text(String path) {}

    /** {@code ~} has a meaning. */
    default void nothing(String path) {}

    /** A whole number is read that {@code check} lets through. */
    default void whole(String path, Values.WholeCheck check) {}

    /** A number is read that {@code check} lets through. */
    default void number(String path, Values.NumberCheck check) {}

    /** One of these words is read. */
    default void labels(String path, List<String> labels) {}

    /** One of these names is read, alone or with arguments; any where {@code names} is empty. */
    default void choice(String path, List<String> names) {}

    /** What is taken where nothing is written. */
    default void usual(String path, Object value) {}
}
