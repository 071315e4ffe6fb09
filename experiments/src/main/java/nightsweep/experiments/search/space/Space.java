package nightsweep.experiments.search.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** What may be tried: axes, some of which have a value only where a condition holds, and combinations that must not be. */
public final class Space {
    private final List<SearchAxis> axes;
    private final List<SearchAxis> inTurn;
    private final Map<String, SearchAxis> byName = new LinkedHashMap<>();
    private final List<Clause> never;

    /**
     * @param never combinations that no point may have
     * @throws IllegalArgumentException where a condition names what there is not, or conditions go round in a circle
     */
    public Space(List<SearchAxis> axes, List<Clause> never) {
        for (SearchAxis axis : axes) {
            if (byName.put(axis.name(), axis) != null) {
                throw new IllegalArgumentException("axes must be different, but " + axis.name() + " stands twice.");
            }
        }
        List<SearchAxis> checked = new ArrayList<>();
        for (SearchAxis axis : axes) {
            SearchAxis one = new SearchAxis(
                    axis.name(), axis.domain(), axis.when().map(when -> checked("when of " + axis.name(), when)));
            checked.add(one);
            byName.put(one.name(), one);
        }
        this.axes = List.copyOf(checked);
        this.never = never.stream().map(clause -> checked("never", clause)).toList();
        this.inTurn = conditionsFirst(this.axes);
    }

    private Clause checked(String where, Clause clause) {
        LinkedHashMap<String, List<String>> values = new LinkedHashMap<>();
        clause.values().forEach((name, allowed) -> {
            SearchAxis axis = byName.get(name);
            if (axis == null) {
                throw new IllegalArgumentException(where + " names " + name + ", which is not an axis. There are "
                        + String.join(", ", byName.keySet()) + ".");
            }
            values.put(
                    name,
                    allowed.stream()
                            .map(value -> axis.domain()
                                    .canonical(value)
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            where + " has " + name + ": " + value + ", which is not one of "
                                                    + axis.domain().words() + ".")))
                            .toList());
        });
        return new Clause(values);
    }

    private static List<SearchAxis> conditionsFirst(List<SearchAxis> axes) {
        List<SearchAxis> ordered = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        while (ordered.size() < axes.size()) {
            Optional<SearchAxis> next = axes.stream()
                    .filter(axis -> !known.contains(axis.name()))
                    .filter(axis -> axis.when()
                            .map(when -> known.containsAll(when.values().keySet()))
                            .orElse(true))
                    .findFirst();
            SearchAxis axis = next.orElseThrow(() -> new IllegalArgumentException("the conditions of "
                    + String.join(
                            ", ",
                            axes.stream()
                                    .map(SearchAxis::name)
                                    .filter(name -> !known.contains(name))
                                    .toList())
                    + " depend on one another."));
            ordered.add(axis);
            known.add(axis.name());
        }
        return List.copyOf(ordered);
    }

    /** In the order of the file. */
    public List<SearchAxis> axes() {
        return axes;
    }

    /** In an order in which each axis comes after those that its condition names. */
    List<SearchAxis> axesInTurn() {
        return inTurn;
    }

    /** The axes whose values cannot be counted, if any. */
    public List<SearchAxis> uncountable() {
        return axes.stream().filter(axis -> !axis.domain().countable()).toList();
    }

    /** The point with the values at these places, of the axes that have a value there; it may be a forbidden one. */
    public Point at(ToDoubleFunction<SearchAxis> places) {
        return drawn(axis -> axis.domain().at(places.applyAsDouble(axis)));
    }

    /**
     * The point with these values, of the axes that have a value there; it may be a forbidden one.
     *
     * @param values in their one form; asked of every axis, those that have no value there included
     */
    public Point drawn(Function<SearchAxis, String> values) {
        LinkedHashMap<String, String> active = new LinkedHashMap<>();
        for (SearchAxis axis : inTurn) {
            String value = values.apply(axis);
            if (isActive(axis, active)) {
                active.put(axis.name(), value);
            }
        }
        return point(active);
    }

    /** The point of these values, in the order of the file. */
    Point point(Map<String, String> values) {
        LinkedHashMap<String, String> ordered = new LinkedHashMap<>();
        for (SearchAxis axis : axes) {
            String value = values.get(axis.name());
            if (value != null) {
                ordered.put(axis.name(), value);
            }
        }
        return new Point(ordered);
    }

    /** The values of each axis that a condition or a forbidden combination names, in the order of the axis. */
    Map<String, List<String>> namedValues() {
        Map<String, Set<String>> named = new LinkedHashMap<>();
        List<Clause> clauses = new ArrayList<>(never);
        axes.forEach(axis -> axis.when().ifPresent(clauses::add));
        for (Clause clause : clauses) {
            clause.values()
                    .forEach((axis, values) -> named.computeIfAbsent(axis, one -> new LinkedHashSet<>())
                            .addAll(values));
        }
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        for (SearchAxis axis : axes) {
            Set<String> values = named.get(axis.name());
            if (values != null) {
                sorted.put(axis.name(), inOrder(axis.domain(), values));
            }
        }
        return sorted;
    }

    private static List<String> inOrder(Domain domain, Set<String> values) {
        return domain instanceof Choices
                ? LongStream.range(0, domain.size())
                        .mapToObj(domain::value)
                        .filter(values::contains)
                        .toList()
                : values.stream()
                        .sorted(Comparator.comparingDouble(domain::place))
                        .toList();
    }

    static boolean isActive(SearchAxis axis, Map<String, String> values) {
        return axis.when().map(when -> when.holds(values)).orElse(true);
    }

    /** Whether one of the forbidden combinations is in it. */
    boolean isForbidden(Map<String, String> values) {
        for (Clause clause : never) {
            if (clause.holds(values)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no forbidden combination is in it. */
    public boolean allows(Point point) {
        return !isForbidden(point.values());
    }

    /**
     * The point that someone means by these values.
     *
     * @throws IllegalArgumentException where it does not lie in this space, with the reason
     */
    public Point read(Map<String, String> written) {
        for (String name : written.keySet()) {
            if (!byName.containsKey(name)) {
                throw new IllegalArgumentException(
                        name + " is not an axis. There are " + String.join(", ", byName.keySet()) + ".");
            }
        }
        LinkedHashMap<String, String> values = new LinkedHashMap<>();
        for (SearchAxis axis : inTurn) {
            String value = written.get(axis.name());
            boolean active = isActive(axis, values);
            if (active && value == null) {
                throw new IllegalArgumentException(axis.name() + " has no value.");
            }
            if (!active && value != null) {
                throw new IllegalArgumentException(axis.name() + " has a value only when "
                        + axis.when().map(Clause::words).orElse("") + ".");
            }
            if (value != null) {
                values.put(
                        axis.name(),
                        axis.domain()
                                .canonical(value)
                                .orElseThrow(() -> new IllegalArgumentException(axis.name() + ": " + value
                                        + " is not one of " + axis.domain().words() + ".")));
            }
        }
        for (Clause clause : never) {
            if (clause.holds(values)) {
                throw new IllegalArgumentException(clause.words() + " must never be.");
            }
        }
        return point(values);
    }
}
