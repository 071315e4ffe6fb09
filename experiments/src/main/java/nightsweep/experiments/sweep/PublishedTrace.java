package nightsweep.experiments.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training that somebody followed number by number.
 *
 * @param point the value of each axis that names the configuration
 * @param source who published it
 */
public record PublishedTrace(Map<String, String> point, String source, List<PublishedValues> values) {
    public PublishedTrace {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        values = List.copyOf(values);
    }

    /** Whether it speaks of {@code configuration}. */
    public boolean matches(Configuration configuration) {
        return configuration.point().entrySet().containsAll(point.entrySet());
    }
}
