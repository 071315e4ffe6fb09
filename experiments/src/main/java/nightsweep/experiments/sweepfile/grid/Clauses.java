package nightsweep.experiments.sweepfile.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads combinations of values: those that no configuration may have, and those under which an axis has a value. */
record Clauses(Problems problems, List<SearchAxis> axes) {

    /** What {@code exclude} lists where configurations are chosen. */
    List<Clause> excluded(Optional<Tree> exclude) {
        List<Clause> clauses = new ArrayList<>();
        exclude.ifPresent(tree -> {
            if (tree instanceof Tree.Sequence sequence) {
                sequence.items().forEach(item -> excluded(item).ifPresent(clauses::add));
            } else if (!(tree instanceof Tree.Unknown)) {
                problems.add(tree.place(), "exclude must be a list of configurations, but got " + tree.found() + ".");
            }
        });
        return clauses;
    }

    private Optional<Clause> excluded(Tree item) {
        if (!(item instanceof Tree.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.add(item.place(), "an item of exclude must name values of axes, but got " + item.found() + ".");
            return Optional.empty();
        }
        return clause(mapping, (axis, value) -> canonical(axis, value).stream().toList());
    }

    /** Under which values of other axes {@code axis} has one. */
    Optional<Clause> when(String axis, Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.add(
                    tree.place(),
                    "when must name values of axes with which " + axis + " has one, such as {optimizer: sgd}, but got "
                            + tree.found() + ".");
            return Optional.empty();
        }
        return clause(mapping, this::any);
    }

    private Optional<Clause> clause(Tree.Mapping mapping, BiFunction<SearchAxis, Tree, List<String>> reader) {
        int before = problems.complaints();
        Map<String, List<String>> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, value) -> {
            Optional<SearchAxis> axis =
                    axes.stream().filter(one -> one.name().equals(name)).findFirst();
            if (axis.isEmpty()) {
                Values.unknown(
                        problems,
                        "axis",
                        value.place(),
                        name,
                        axes.stream().map(SearchAxis::name).toList());
            } else {
                values.put(name, reader.apply(axis.get(), value));
            }
        });
        return problems.complaints() > before ? Optional.empty() : Optional.of(new Clause(values));
    }

    /** One value, or a list of them. */
    private List<String> any(SearchAxis axis, Tree tree) {
        if (tree instanceof Tree.Sequence list
                && axis.domain().canonical(GridReader.label(tree)).isEmpty()) {
            if (list.items().isEmpty()) {
                problems.add(tree.place(), axis.name() + " needs at least one value.");
            }
            return list.items().stream()
                    .flatMap(item -> canonical(axis, item).stream())
                    .distinct()
                    .toList();
        }
        return canonical(axis, tree).stream().toList();
    }

    private Optional<String> canonical(SearchAxis axis, Tree value) {
        Optional<String> known = axis.domain().canonical(GridReader.label(value));
        if (known.isEmpty() && !(value instanceof Tree.Unknown)) {
            problems.add(
                    value.place(),
                    axis.name() + " cannot be " + value.found() + ": it is one of "
                            + axis.domain().words() + ".");
        }
        return known;
    }
}
