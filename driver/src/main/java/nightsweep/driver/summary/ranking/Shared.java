package nightsweep.driver.summary.ranking;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes of values that are equal one: of a million trials the names of classes and of hosts are few. */
public final class Shared {
    /** What differs from trial to trial is not worth a place here. */
    private static final int MOST = 10_000;

    private final Map<Object, Object> values = new LinkedHashMap<>();

    /** A value that equals {@code value}. */
    @SuppressWarnings("unchecked") // Each is kept under one that equals it, and these are texts and lists of texts.
    <T> T one(T value) {
        if (values.size() >= MOST && !values.containsKey(value)) {
            return value;
        }
        return (T) values.computeIfAbsent(value, same -> same);
    }
}
