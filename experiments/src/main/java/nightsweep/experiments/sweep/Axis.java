package nightsweep.experiments.sweep;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.search.space.Scale;

/**
 * One thing that varies.
 *
 * @param values how each value is written in tables, in the order of the file, all different; of a range those that are
 *     tried, ascending
 * @param parts what values are told together in tables of what an axis does
 * @param range how the numbers of a range lie; empty where values are listed
 */
public record Axis(String name, List<String> values, Levels parts, Optional<Scale> range) {
    public Axis {
        values = List.copyOf(values);
    }

    /** An axis each of whose values is told by itself. */
    public Axis(String name, List<String> values) {
        this(name, values, Levels.EACH, Optional.empty());
    }

    /** What its values are told as, in their order. */
    public List<String> levels() {
        return parts.names().isEmpty() ? values : parts.names();
    }

    /** What a configuration's value is told as; empty where it has none. */
    public String level(Configuration configuration) {
        return parts.of(configuration.point().getOrDefault(name, ""));
    }
}
