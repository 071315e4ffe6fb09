package nightsweep.experiments.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Known results of one configuration, shown beside ours.
 *
 * @param point the value of each axis that names the configuration
 * @param source who published it, such as {@code PyTorch 2.13}
 * @param figures by name: {@code train-loss}, {@code train-accuracy}, the same for {@code validation} and {@code test},
 *     {@code test-accuracy-with-dropout}, {@code parameters}; in the order of the file
 * @param f1 by class from 0; empty where it is not known
 * @param note why ours may differ, where that is known; else empty
 */
public record PublishedRow(
        Map<String, String> point, String source, Map<String, Double> figures, List<Double> f1, String note) {
    public PublishedRow {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        f1 = List.copyOf(f1);
    }

    /** Whether it speaks of {@code configuration}. */
    public boolean matches(Configuration configuration) {
        return configuration.point().entrySet().containsAll(point.entrySet());
    }
}
