package nightsweep.experiments.sweepfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.sweepfile.grid.Grid;
import nightsweep.experiments.sweepfile.grid.GridAxis;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.References;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Looks where {@code $axis} stands: in what varies, and in values of other axes. */
record AxisReferences(Problems problems, Section root, Grid grid) {

    /** The grid without values that stand for themselves; complains of these, of axes that there are not and of unused ones. */
    Grid check(List<String> varied) {
        Set<String> used = new LinkedHashSet<>();
        for (String key : varied) {
            root.find(key).ifPresent(tree -> {
                References.complainOfPartial(problems, tree);
                note(tree, used);
            });
        }
        Map<String, Set<String>> within = new LinkedHashMap<>();
        for (GridAxis axis : grid.axes()) {
            Set<String> names = new LinkedHashSet<>();
            axis.values().forEach(value -> note(value, names));
            within.put(axis.name(), names);
            used.addAll(names);
            axis.when().ifPresent(when -> used.addAll(when.values().keySet()));
        }
        for (GridAxis axis : grid.axes()) {
            if (!used.contains(axis.name())) {
                problems.add(axis.place(), "nothing uses the axis. Write $" + axis.name() + " where it belongs.");
            }
        }
        List<GridAxis> sound = new ArrayList<>();
        for (GridAxis axis : grid.axes()) {
            if (reached(axis.name(), within).contains(axis.name())) {
                problems.add(
                        axis.place(),
                        "$" + axis.name() + " stands within its own values, by itself or by way of another axis.");
                sound.add(axis.unknown());
            } else {
                sound.add(axis);
            }
        }
        return new Grid(sound);
    }

    private void note(Tree tree, Set<String> used) {
        References.each(tree, (axis, place) -> {
            used.add(axis);
            if (!declared(axis)) {
                Values.unknown(problems, "axis", place, axis, grid.names());
            }
        });
    }

    /** An axis that is declared badly is declared nonetheless. */
    private boolean declared(String axis) {
        return root.find("grid").orElse(null) instanceof Tree.Mapping declared
                && declared.entries().containsKey(axis);
    }

    private static Set<String> reached(String axis, Map<String, Set<String>> within) {
        Set<String> reached = new LinkedHashSet<>();
        List<String> left = new ArrayList<>(List.of(axis));
        while (!left.isEmpty()) {
            for (String next : Optional.ofNullable(within.get(left.remove(0))).orElse(Set.of())) {
                if (reached.add(next)) {
                    left.add(next);
                }
            }
        }
        return reached;
    }
}
