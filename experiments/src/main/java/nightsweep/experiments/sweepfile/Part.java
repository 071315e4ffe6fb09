package nightsweep.experiments.sweepfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nightsweep.experiments.sweepfile.grid.Grid;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.References;
import nightsweep.experiments.yaml.Tree;

/**
 * A part of the file, such as the network, read once for each combination of the axis values that it uses rather than
 * once for each configuration.
 */
final class Part<T> {
    private final Grid grid;
    private final List<Tree> trees;
    private final Function<List<Tree>, T> reader;
    private final List<Integer> axes;
    private final Map<List<Integer>, T> read = new HashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param reader reads {@code trees}, in that order, once their references are replaced
     */
    Part(Grid grid, List<Tree> trees, Function<List<Tree>, T> reader) {
        this.grid = grid;
        this.trees = trees;
        this.reader = reader;
        Set<Integer> used = new TreeSet<>();
        trees.forEach(tree -> addUsed(tree, used));
        this.axes = List.copyOf(used);
    }

    /** Those of values of axes too. */
    private void addUsed(Tree tree, Set<Integer> used) {
        References.each(tree, (name, place) -> {
            int axis = grid.names().indexOf(name);
            if (axis >= 0 && used.add(axis)) {
                grid.axes().get(axis).values().forEach(value -> addUsed(value, used));
            }
        });
    }

    /** The axes that it uses, by their place in the grid. */
    List<Integer> axes() {
        return axes;
    }

    T at(List<Integer> point) {
        return read.computeIfAbsent(axes.stream().map(point::get).toList(), values -> read(point));
    }

    private T read(List<Integer> point) {
        return reader.apply(trees.stream()
                .map(tree -> References.resolve(tree, (axis, place) -> value(axis, place, point))
                        .orElseGet(() -> new Tree.Mapping(tree.place(), Map.of())))
                .toList());
    }

    /** An axis that does not exist, or stands for itself, was complained about where the references were checked. */
    private Optional<Tree> value(String name, Place place, List<Integer> point) {
        int axis = grid.names().indexOf(name);
        if (axis < 0) {
            return Optional.of(new Tree.Unknown(place));
        }
        if (point.get(axis) == Grid.INACTIVE) {
            return Optional.empty();
        }
        Tree value = grid.axes().get(axis).values().get(point.get(axis));
        return References.resolve(value, (inner, at) -> value(inner, at, point));
    }
}
