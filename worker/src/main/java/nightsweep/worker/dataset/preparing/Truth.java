package nightsweep.worker.dataset.preparing;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Yes and no, as tables write them. */
public final class Truth {
    private static final Set<String> YES = Set.of("yes", "true", "y", "t", "on", "1", "1.0");
    private static final Set<String> NO = Set.of("no", "false", "n", "f", "off", "0", "0.0");
    private static final Set<String> PLAIN = Set.of("yes", "true", "no", "false");

    private Truth() {}

    /** 1 or 0; empty where a cell is neither. */
    public static OptionalInt of(String cell) {
        String small = cell.toLowerCase(Locale.ROOT);
        return YES.contains(small) ? OptionalInt.of(1) : NO.contains(small) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** Whether a cell says so without being told: a letter may be anything. */
    public static boolean isPlain(String cell) {
        return PLAIN.contains(cell.toLowerCase(Locale.ROOT));
    }
}
