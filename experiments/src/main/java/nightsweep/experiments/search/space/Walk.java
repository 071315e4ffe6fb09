package nightsweep.experiments.search.space;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Every allowed point of a space once, the last axis fastest; of ranges without steps, values at equal distances. What
 * leads to no point is left early: as soon as a forbidden combination is complete, and for all values at once that no
 * condition names, where one of them led to none.
 */
public final class Walk implements Iterator<Point> {
    private final Space space;
    private final List<SearchAxis> axes;
    private final Map<String, List<String>> named;
    private final ToLongFunction<SearchAxis> from;
    private final Level[] levels;
    private final Map<String, String> values = new HashMap<>();
    private int depth;
    private long found;
    private Optional<Point> next;

    private Walk(Space space, ToLongFunction<SearchAxis> from) {
        this.space = space;
        this.axes = space.axesInTurn();
        this.named = space.namedValues();
        Map<String, Long> first = new HashMap<>();
        axes.forEach(axis -> first.put(axis.name(), from.applyAsLong(axis)));
        this.from = axis -> first.getOrDefault(axis.name(), 0L);
        this.levels = axes.stream().map(Level::new).toArray(Level[]::new);
        this.next = advance();
    }

    /** From the first value of each axis. */
    public static Walk of(Space space) {
        return new Walk(space, axis -> 0);
    }

    /**
     * From another value of each axis, and round to it again.
     *
     * @param from the number of the value to begin with, from 0
     */
    public static Walk from(Space space, ToLongFunction<SearchAxis> from) {
        return new Walk(space, from);
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Point next() {
        Point point = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return point;
    }

    private Optional<Point> advance() {
        while (depth >= 0) {
            if (depth == levels.length) {
                depth--;
                found++;
                return Optional.of(space.point(values));
            }
            if (levels[depth].setNext()) {
                depth++;
                if (depth < levels.length) {
                    levels[depth] = new Level(axes.get(depth));
                }
            } else {
                depth--;
            }
        }
        return Optional.empty();
    }

    /** The values of one axis under one choice of those before it. */
    private final class Level {
        private final SearchAxis axis;
        private final List<String> names;
        private long tried;
        private long foundBefore;
        private boolean unnamedTried;
        /** What is left once all values that no condition names are known to lead to nothing. */
        private @Nullable Iterator<String> rest;

        Level(SearchAxis axis) {
            this.axis = axis;
            this.names = named.getOrDefault(axis.name(), List.of());
        }

        /** Whether there was another value, or the one way to have none, that is not forbidden. */
        boolean setNext() {
            values.remove(axis.name());
            if (!Space.isActive(axis, values)) {
                return tried++ == 0;
            }
            while (true) {
                if (rest == null && unnamedTried && found == foundBefore) {
                    rest = untried().iterator();
                }
                Optional<String> value = nextValue();
                if (value.isEmpty()) {
                    values.remove(axis.name());
                    return false;
                }
                values.put(axis.name(), value.get());
                unnamedTried = rest == null && !names.contains(value.get());
                foundBefore = found;
                if (!space.isForbidden(values)) {
                    return true;
                }
            }
        }

        private Optional<String> nextValue() {
            if (rest != null) {
                return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
            }
            long size = axis.domain().size();
            return tried == size ? Optional.empty() : Optional.of(value(tried++));
        }

        private String value(long index) {
            return axis.domain()
                    .value((from.applyAsLong(axis) + index) % axis.domain().size());
        }

        private List<String> untried() {
            Set<String> before = new HashSet<>();
            for (long i = 0; i < tried && before.size() < names.size(); i++) {
                String value = value(i);
                if (names.contains(value)) {
                    before.add(value);
                }
            }
            return names.stream().filter(name -> !before.contains(name)).toList();
        }
    }
}
