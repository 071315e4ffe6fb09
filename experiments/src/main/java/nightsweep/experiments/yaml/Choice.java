package nightsweep.experiments.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.Named;

/**
 * A name, alone or with arguments: {@code relu}, <code>{leaky-relu: {slope: 0.2}}</code>, <code>{constant: 0.5}</code>.
 *
 * @param place of the name
 */
public record Choice(String name, Place place, Optional<Tree> arguments) {

    /**
     * The choice that {@code tree} writes; empty where it writes none, which is a problem.
     *
     * @param names of which it is one, which the caller sees to
     */
    public static Optional<Choice> of(Problems problems, String what, Tree tree, List<String> names) {
        problems.inquiry().choice(tree.place().key(), names);
        if (tree instanceof Tree.Unknown) {
            return Optional.empty();
        }
        if (tree instanceof Tree.Scalar scalar && !scalar.isNothing()) {
            return Optional.of(new Choice(scalar.text(), tree.place(), Optional.empty()));
        }
        if (tree instanceof Tree.Mapping mapping && mapping.entries().size() == 1) {
            Map.Entry<String, Tree> entry =
                    mapping.entries().entrySet().iterator().next();
            return Optional.of(new Choice(entry.getKey(), entry.getValue().place(), Optional.of(entry.getValue())));
        }
        String found = tree instanceof Tree.Mapping mapping ? mapping.entries().size() + " names" : tree.found();
        problems.add(tree.place(), what + " must be one name, alone or with arguments, but got " + found + ".");
        return Optional.empty();
    }

    /** The one of {@code all} that has this name. */
    public <N extends Named> Optional<N> named(Problems problems, String what, List<N> all) {
        return Values.oneOf(problems, what, place, name, all);
    }

    /** The arguments by key. */
    public Section section(Problems problems) {
        return arguments.map(tree -> Section.of(problems, name, tree)).orElseGet(() -> Section.empty(problems, place));
    }

    /** Whether the argument is a single value. */
    public boolean single() {
        return arguments.filter(Tree.Scalar.class::isInstance).isPresent();
    }
}
