package nightsweep.experiments.sweepfile.grid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import nightsweep.experiments.search.space.Domain;
import nightsweep.experiments.search.space.Lattice;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads an axis that is a range of numbers: {@code {from: 0.0001, to: 0.1, scale: log}}. */
public final class RangeReader {
    private final Problems problems;
    private final String axis;
    private final Tree.Mapping tree;
    private final boolean searched;

    /** @param searched whether some values are chosen; otherwise each is tried */
    RangeReader(Problems problems, String axis, Tree.Mapping tree, boolean searched) {
        this.problems = problems;
        this.axis = axis;
        this.tree = tree;
        this.searched = searched;
    }

    /** Whether a mapping is meant as a range. */
    static boolean isRange(Tree.Mapping tree) {
        return tree.entries().containsKey("from") && tree.entries().containsKey("to");
    }

    /** The axis, without values where some are to be chosen; empty where something is wrong with it. */
    Optional<GridAxis> read() {
        int before = problems.complaints();
        Section section = Section.of(problems, axis, tree);
        String from = Values.text(problems, axis + ".from", section.required("from"), "0.0");
        String to = Values.text(problems, axis + ".to", section.required("to"), "1.0");
        Optional<String> step = section.find("step").map(one -> Values.text(problems, axis + ".step", one, "1"));
        Scale scale = section.choice("scale", List.of(Scale.values()), Scale.LINEAR);
        // Read before; here it is a key that there is.
        section.find(ConditionsReader.WHEN);
        problems.inquiry().open(tree.place().key() + "." + ConditionsReader.WHEN);
        section.done();
        if (problems.complaints() > before) {
            return Optional.empty();
        }
        try {
            Domain domain = Domain.between(from, to, step, scale);
            GridAxis range =
                    new GridAxis(axis, tree.place(), List.of(), List.of(), Optional.of(domain), Optional.empty());
            return searched ? Optional.of(range) : each(range, domain, step.isPresent());
        } catch (IllegalArgumentException e) {
            problems.add(tree.place(), axis + ": " + Values.message(e));
            return Optional.empty();
        }
    }

    private Optional<GridAxis> each(GridAxis range, Domain domain, boolean stepped) {
        if (!stepped || !(domain instanceof Lattice)) {
            problems.add(
                    tree.place(),
                    axis + " is a range, and every value of a grid is tried. Add a step to it, or say how many"
                            + " configurations to try: search: {method: random, trials: 27}.");
            return Optional.empty();
        }
        if (domain.size() > Selection.TRIAL_LIMIT) {
            problems.add(
                    tree.place(),
                    String.format(
                            Locale.ROOT,
                            "%s has %,d values, more than can be tried. Take a longer step.",
                            axis,
                            domain.size()));
            return Optional.empty();
        }
        return Optional.of(range.trying(
                LongStream.range(0, domain.size()).mapToObj(domain::value).toList()));
    }
}
