package nightsweep.experiments.search.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One configuration of a space.
 *
 * @param values by axis, in the order of the space, each in its one form; axes that have none are left out
 */
public record Point(Map<String, String> values) {
    public Point {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Its one text, such as {@code activation=relu,rate=0.01}: no two points have the same. */
    public String key() {
        return values.entrySet().stream()
                .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replace(",", "\\,");
    }
}
