package nightsweep.experiments.sweepfile.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code when} of axes: under which values of other axes they have one. */
final class ConditionsReader {
    static final String WHEN = "when";
    private static final String VALUES = "values";

    private final Problems problems;
    private final Map<String, Tree> conditions = new LinkedHashMap<>();

    ConditionsReader(Problems problems) {
        this.problems = problems;
    }

    /** What an axis's values are read from: {@code axis} without its condition, of which note is taken. */
    Tree taken(String name, Tree axis) {
        if (!(axis instanceof Tree.Mapping mapping)
                || !mapping.entries().containsKey(WHEN)
                || (!(mapping.entries().get(WHEN) instanceof Tree.Mapping) && !conditional(mapping))) {
            return axis;
        }
        Map<String, Tree> others = new LinkedHashMap<>(mapping.entries());
        others.remove(WHEN);
        conditions.put(name, mapping.entries().get(WHEN));
        if (RangeReader.isRange(mapping)) {
            return new Tree.Mapping(axis.place(), others);
        }
        Tree values = others.remove(VALUES);
        if (values != null && others.isEmpty()) {
            return values;
        }
        problems.add(
                axis.place(),
                "an axis with a condition is a range, {from: 0.5, to: 0.9, when: {optimizer: sgd}}, or has its values"
                        + " under values: {values: [0.5, 0.9], when: {optimizer: sgd}}.");
        return new Tree.Unknown(axis.place());
    }

    private static boolean conditional(Tree.Mapping axis) {
        return RangeReader.isRange(axis) || axis.entries().keySet().equals(Set.of(WHEN, VALUES));
    }

    /** The axes with their conditions; without one that makes no sense. */
    Grid apply(List<GridAxis> axes) {
        if (conditions.isEmpty()) {
            return new Grid(axes);
        }
        int before = problems.complaints();
        List<SearchAxis> searched = new ArrayList<>();
        for (GridAxis axis : axes) {
            try {
                searched.add(axis.searched());
            } catch (IllegalArgumentException e) {
                problems.add(axis.place(), axis.name() + ": " + Values.message(e));
            }
        }
        if (problems.complaints() > before) {
            return new Grid(axes);
        }
        Clauses clauses = new Clauses(problems, searched);
        List<GridAxis> all = new ArrayList<>();
        for (GridAxis axis : axes) {
            Optional<Clause> when =
                    Optional.ofNullable(conditions.get(axis.name())).flatMap(tree -> when(clauses, axis.name(), tree));
            all.add(when.map(axis::under).orElse(axis));
        }
        Set<String> circle = circle(all);
        circle.forEach(name -> Optional.ofNullable(conditions.get(name))
                .ifPresent(tree -> problems.add(
                        tree.place(), "the conditions of " + String.join(", ", circle) + " depend on one another.")));
        return new Grid(circle.isEmpty() ? all : axes);
    }

    private Optional<Clause> when(Clauses clauses, String axis, Tree tree) {
        Optional<Clause> when = clauses.when(axis, tree);
        boolean own = when.isPresent() && when.get().values().containsKey(axis);
        if (own) {
            problems.add(tree.place(), "whether " + axis + " has a value cannot depend on its value.");
        }
        return own ? Optional.empty() : when;
    }

    /** Axes of which none can be decided first. */
    private static Set<String> circle(List<GridAxis> axes) {
        Set<String> left = new LinkedHashSet<>();
        axes.forEach(axis -> left.add(axis.name()));
        boolean fewer = true;
        while (fewer) {
            fewer = left.removeIf(name -> axes.stream()
                    .filter(axis -> axis.name().equals(name))
                    .flatMap(axis -> axis.when().stream())
                    .flatMap(when -> when.values().keySet().stream())
                    .noneMatch(left::contains));
        }
        return left;
    }
}
