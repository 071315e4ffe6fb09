package nightsweep.experiments.sweepfile.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code exclude} where configurations are chosen: combinations that none of them may have. */
public record Excluded(Problems problems, List<SearchAxis> axes) {

    List<Clause> clauses(Optional<Tree> exclude) {
        List<Clause> clauses = new ArrayList<>();
        exclude.ifPresent(tree -> {
            if (tree instanceof Tree.Sequence sequence) {
                sequence.items().forEach(item -> clause(item).ifPresent(clauses::add));
            } else if (!(tree instanceof Tree.Unknown)) {
                problems.add(tree.place(), "exclude must be a list of configurations, but got " + tree.found() + ".");
            }
        });
        return clauses;
    }

    private Optional<Clause> clause(Tree item) {
        if (!(item instanceof Tree.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.add(item.place(), "an item of exclude must name values of axes, but got " + item.found() + ".");
            return Optional.empty();
        }
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
                return;
            }
            axis.get()
                    .domain()
                    .canonical(GridReader.label(value))
                    .ifPresentOrElse(
                            known -> values.put(name, List.of(known)),
                            () -> problems.add(
                                    value.place(),
                                    name + " cannot be " + value.found() + ": it is one of "
                                            + axis.get().domain().words() + "."));
        });
        return problems.complaints() > before ? Optional.empty() : Optional.of(new Clause(values));
    }
}
