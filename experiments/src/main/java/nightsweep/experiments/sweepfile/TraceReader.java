package nightsweep.experiments.sweepfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.sweep.PublishedValues;
import nightsweep.experiments.sweep.TraceQuantity;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads what was published of single steps: {@code {step: 1, layer: 2, activations: [0.697]}}. */
record TraceReader(Problems problems) {
    private static final int LONGEST = 40;

    List<PublishedValues> read(Tree tree) {
        List<PublishedValues> values = new ArrayList<>();
        if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> values.addAll(step(Section.of(problems, "a published step", item))));
        } else if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), "trace must be a list of steps, but got " + tree.found() + ".");
        }
        return values;
    }

    private List<PublishedValues> step(Section section) {
        int step = Values.wholeNumber(problems, "step", section.required("step"), 1, Checks::positive);
        int layer = section.wholeNumber("layer", 1, Checks::positive);
        String note = section.text("note", "");
        List<PublishedValues> all = new ArrayList<>();
        for (TraceQuantity quantity : TraceQuantity.values()) {
            section.find(quantity.label())
                    .map(tree -> numbers(quantity.label(), tree))
                    .ifPresent(numbers ->
                            all.add(new PublishedValues(step, layer, quantity, numbers, all.isEmpty() ? note : "")));
        }
        section.done();
        return all;
    }

    /** A number, a list of numbers, or a list of rows of them; {@code ~} where none was published. */
    private List<Optional<BigDecimal>> numbers(String name, Tree tree) {
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> numbers(name, item).stream())
                    .toList();
        }
        problems.inquiry().nothing(tree.place().key());
        if (tree instanceof Tree.Scalar scalar && scalar.isNothing()) {
            return List.of(Optional.empty());
        }
        int before = problems.complaints();
        Values.number(problems, name, tree, 0, Checks::finite);
        if (problems.complaints() > before || !(tree instanceof Tree.Scalar scalar)) {
            return List.of();
        }
        if (scalar.text().length() > LONGEST) {
            problems.add(tree.place(), name + " must be numbers of at most " + LONGEST + " characters.");
            return List.of();
        }
        return List.of(Optional.of(new BigDecimal(scalar.text().replace("_", ""))));
    }
}
