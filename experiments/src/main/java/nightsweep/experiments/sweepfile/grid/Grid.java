package nightsweep.experiments.sweepfile.grid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nightsweep.experiments.sweep.Axis;

/**
 * The axes with the values that they stand for. A point is one value's index from 0 for each axis, in the order of the
 * axes.
 */
public record Grid(List<GridAxis> axes) {

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

    /** Every point with the given axes held fast, the last axis fastest. */
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

    /** The same axes, each range with its ends as the values that are tried. */
    public Grid ends() {
        return new Grid(axes.stream()
                .map(axis -> axis.range()
                        .map(domain -> axis.trying(List.of(domain.at(0), domain.at(1))))
                        .orElse(axis))
                .toList());
    }

    /** The same axes, each range with one value as the one that is tried. */
    public Grid trying(Map<String, String> values) {
        return new Grid(axes.stream()
                .map(axis -> axis.range().isPresent() ? axis.trying(List.of(values.get(axis.name()))) : axis)
                .toList());
    }

    /** The point with these labels. */
    public List<Integer> point(Map<String, String> values) {
        return axes.stream()
                .map(axis -> axis.labels().indexOf(values.get(axis.name())))
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
        return points;
    }

    /** The labels of a point by axis. */
    public Map<String, String> labels(List<Integer> point) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            labels.put(axes.get(i).name(), axes.get(i).labels().get(point.get(i)));
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
