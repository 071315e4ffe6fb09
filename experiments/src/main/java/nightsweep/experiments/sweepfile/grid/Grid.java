package nightsweep.experiments.sweepfile.grid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.space.Walk;
import nightsweep.experiments.sweep.Axis;

/**
 * The axes with the values that they stand for. A point is one value's index from 0 for each axis, in the order of the
 * axes; {@link #INACTIVE} where the axis has no value.
 */
public record Grid(List<GridAxis> axes) {

    /** In place of an index, where the condition of an axis does not hold. */
    public static final int INACTIVE = -1;

    public Grid {
        axes = List.copyOf(axes);
    }

    public Optional<GridAxis> axis(String name) {
        return axes.stream().filter(axis -> axis.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return axes.stream().map(GridAxis::name).toList();
    }

    /** The axes as a sweep has them. */
    public List<Axis> described() {
        return axes.stream().map(GridAxis::described).toList();
    }

    /** Whether some axes have a value only under a condition. */
    boolean isConditional() {
        return axes.stream().anyMatch(axis -> axis.when().isPresent());
    }

    /** The point without the values of axes whose condition does not hold. */
    public List<Integer> active(List<Integer> point) {
        List<Integer> active = new ArrayList<>(point);
        boolean fewer = isConditional();
        while (fewer) {
            Map<String, String> labels = labels(active);
            fewer = false;
            for (int i = 0; i < axes.size(); i++) {
                boolean holds =
                        axes.get(i).when().map(when -> when.holds(labels)).orElse(true);
                if (!holds && active.get(i) != INACTIVE) {
                    active.set(i, INACTIVE);
                    fewer = true;
                }
            }
        }
        return List.copyOf(active);
    }

    /** Axes whose values decide whether some of these have one, directly or by way of others; by their place. */
    public Set<Integer> deciding(List<Integer> these) {
        Set<Integer> deciding = new TreeSet<>();
        List<Integer> left = new ArrayList<>(these);
        while (!left.isEmpty()) {
            axes.get(left.remove(0))
                    .when()
                    .ifPresent(when -> when.values().keySet().forEach(name -> {
                        int axis = names().indexOf(name);
                        if (deciding.add(axis)) {
                            left.add(axis);
                        }
                    }));
        }
        return deciding;
    }

    /** Sets the values under which an axis has one. */
    private void activate(int axis, List<Integer> point) {
        axes.get(axis)
                .when()
                .ifPresent(when -> when.values().forEach((name, allowed) -> {
                    int other = names().indexOf(name);
                    axes.get(other).indexOf(allowed.get(0)).ifPresent(value -> point.set(other, value));
                    activate(other, point);
                }));
    }

    /**
     * Every point in which just those axes have a value whose conditions hold, the last axis fastest; empty where there are
     * more than {@code most}.
     */
    Optional<List<List<Integer>>> activePoints(int most) {
        Walk walk = Walk.of(new Space(axes.stream().map(GridAxis::searched).toList(), List.of()));
        List<List<Integer>> points = new ArrayList<>();
        while (walk.hasNext()) {
            if (points.size() == most) {
                return Optional.empty();
            }
            points.add(point(walk.next().values()));
        }
        points.sort(Grid::inOrder);
        return Optional.of(points);
    }

    private static int inOrder(List<Integer> first, List<Integer> second) {
        for (int i = 0; i < first.size(); i++) {
            int order = Integer.compare(first.get(i), second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** An axis that has no value in any point with these, though it is given one. */
    Optional<GridAxis> withoutValue(Map<Integer, Integer> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((axis, value) ->
                labels.put(axes.get(axis).name(), axes.get(axis).labels().get(value)));
        return axes.stream()
                .filter(axis -> labels.containsKey(axis.name()))
                .filter(axis -> axis.when().stream()
                        .flatMap(when -> when.values().entrySet().stream())
                        .anyMatch(condition -> labels.containsKey(condition.getKey())
                                && !condition.getValue().contains(labels.get(condition.getKey()))))
                .findFirst();
    }

    /** How many points there are with the given axes held fast. */
    BigInteger size(Map<Integer, Integer> fixed) {
        BigInteger size = BigInteger.ONE;
        for (int i = 0; i < axes.size(); i++) {
            if (!fixed.containsKey(i)) {
                size = size.multiply(BigInteger.valueOf(axes.get(i).labels().size()));
            }
        }
        return size;
    }

    /** Every point with the given axes held fast, the last axis fastest, whether or not conditions hold. */
    public List<List<Integer>> points(Map<Integer, Integer> fixed) {
        List<List<Integer>> points = List.of(List.of());
        for (int i = 0; i < axes.size(); i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> point : points) {
                if (fixed.containsKey(i)) {
                    longer.add(with(point, fixed.get(i)));
                } else {
                    for (int value = 0; value < axes.get(i).labels().size(); value++) {
                        longer.add(with(point, value));
                    }
                }
            }
            points = longer;
        }
        return points;
    }

    private static List<Integer> with(List<Integer> point, int value) {
        List<Integer> longer = new ArrayList<>(point);
        longer.add(value);
        return longer;
    }

    /** The same axes, each range with its ends, and the values that conditions name, as those that are tried. */
    public Grid ends() {
        return new Grid(axes.stream()
                .map(axis -> axis.range()
                        .map(domain -> axis.trying(
                                Stream.concat(Stream.of(domain.at(0), domain.at(1)), namedValues(axis.name()))
                                        .distinct()
                                        .toList()))
                        .orElse(axis))
                .toList());
    }

    private Stream<String> namedValues(String axis) {
        return axes.stream()
                .flatMap(one -> one.when().stream())
                .flatMap(when -> when.values().getOrDefault(axis, List.of()).stream());
    }

    /** The same axes, each range with one value as the one that is tried. */
    public Grid trying(Map<String, String> values) {
        return new Grid(axes.stream()
                .map(axis -> axis.range().isPresent()
                        ? axis.trying(Stream.ofNullable(values.get(axis.name())).toList())
                        : axis)
                .toList());
    }

    /** The point with these labels; an axis without one has no value. */
    public List<Integer> point(Map<String, String> values) {
        return axes.stream()
                .map(axis ->
                        values.containsKey(axis.name()) ? axis.labels().indexOf(values.get(axis.name())) : INACTIVE)
                .toList();
    }

    /** The axes as a sweep has them that tries these labels, each of each axis once or more. */
    public List<Axis> described(List<Map<String, String>> tried) {
        return axes.stream()
                .map(axis -> axis.range().isPresent() ? axis.tryingAll(tried) : axis)
                .map(GridAxis::described)
                .toList();
    }

    /** Points that have each value of each axis at least once, where all would be too many. */
    public List<List<Integer>> sample() {
        List<List<Integer>> points = new ArrayList<>();
        int longest = axes.stream().mapToInt(axis -> axis.labels().size()).max().orElse(1);
        for (int i = 0; i < longest; i++) {
            int row = i;
            points.add(axes.stream()
                    .map(axis -> Math.min(row, axis.labels().size() - 1))
                    .toList());
        }
        for (int i = 0; i < axes.size(); i++) {
            for (int value = 0;
                    axes.get(i).when().isPresent()
                            && value < axes.get(i).labels().size();
                    value++) {
                List<Integer> point = new ArrayList<>(points.get(0));
                point.set(i, value);
                activate(i, point);
                points.add(point);
            }
        }
        return points.stream().map(this::active).distinct().toList();
    }

    /** The labels of a point by axis, of those that have a value. */
    public Map<String, String> labels(List<Integer> point) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            if (point.get(i) != INACTIVE) {
                labels.put(axes.get(i).name(), axes.get(i).labels().get(point.get(i)));
            }
        }
        return labels;
    }

    /** What makes the grid large: {@code 3 activation x 12 rate}. */
    String sketch() {
        return axes.stream()
                .map(axis -> axis.labels().size() + " " + axis.name())
                .collect(Collectors.joining(" x "));
    }
}
