package nightsweep.benchmark.scheduling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Calls to a file system, counted by any number of threads. */
final class CountedCalls {
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    CountedCalls() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** What a file system is asked. */
    enum Kind {
        OPEN("opened"),
        LIST("listed"),
        LOOK("looked at"),
        CREATE("created"),
        RENAME("renamed"),
        DELETE("deleted");

        private final String done;

        Kind(String done) {
            this.done = done;
        }
    }

    void add(Kind kind) {
        of(kind).increment();
    }

    private LongAdder of(Kind kind) {
        return Optional.ofNullable(counts.get(kind)).orElseThrow();
    }

    /** As many as of now. */
    Map<Kind, Long> now() {
        Map<Kind, Long> now = new EnumMap<>(Kind.class);
        counts.forEach((kind, count) -> now.put(kind, count.sum()));
        return now;
    }

    /** What was called between two moments, in words. */
    static String words(Map<Kind, Long> before, Map<Kind, Long> after) {
        List<String> words = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long more = after.getOrDefault(kind, 0L) - before.getOrDefault(kind, 0L);
            if (more > 0) {
                words.add(String.format(Locale.ROOT, "%,d %s", more, kind.done));
            }
        }
        return words.isEmpty() ? "no file touched" : String.join(", ", words);
    }
}
