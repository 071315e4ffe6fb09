package nightsweep.driver.submit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory as Spark writes it: a whole number and a unit, mebibytes where there is none. */
final class MemorySize {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})([a-z]*)");
    private static final Map<String, Long> KIBIBYTES = Map.ofEntries(
            Map.entry("", 1L << 10),
            Map.entry("k", 1L),
            Map.entry("kb", 1L),
            Map.entry("m", 1L << 10),
            Map.entry("mb", 1L << 10),
            Map.entry("g", 1L << 20),
            Map.entry("gb", 1L << 20),
            Map.entry("t", 1L << 30),
            Map.entry("tb", 1L << 30));

    private MemorySize() {}

    /** Kibibytes; empty where Spark cannot read it, or it is less than one. */
    static Optional<Long> kibibytes(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Long unit = KIBIBYTES.get(matcher.group(2));
        return unit == null
                ? Optional.empty()
                : Optional.of(Long.parseLong(matcher.group(1)) * unit).filter(size -> size > 0);
    }
}
