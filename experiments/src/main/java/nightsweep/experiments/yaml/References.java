package nightsweep.experiments.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $axis}, which wherever it is a whole value stands for the axis's value in a configuration. */
public final class References {
    public static final String AXIS_NAME = "[A-Za-z][A-Za-z0-9_-]*";
    private static final Pattern REFERENCE = Pattern.compile("\\$(" + AXIS_NAME + ")");
    private static final Pattern PARTIAL = Pattern.compile("\\$" + AXIS_NAME + "[^A-Za-z0-9_-].*", Pattern.DOTALL);

    private References() {}

    /** The axis that {@code tree} refers to. */
    static Optional<String> axis(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            Matcher matcher = REFERENCE.matcher(scalar.text());
            return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Visits each reference in {@code tree}, with the place where it stands. */
    public static void each(Tree tree, BiConsumer<String, Place> visitor) {
        axis(tree).ifPresent(axis -> visitor.accept(axis, tree.place()));
        if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> each(item, visitor));
        } else if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().values().forEach(value -> each(value, visitor));
        }
    }

    /** Complains of texts that only begin with a reference. */
    public static void complainOfPartial(Problems problems, Tree tree) {
        if (tree instanceof Tree.Scalar scalar && PARTIAL.matcher(scalar.text()).matches()) {
            problems.add(
                    tree.place(),
                    "$ must be followed by an axis name and nothing else, but got " + tree.found()
                            + ". List the whole values in the axis.");
        } else if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> complainOfPartial(problems, item));
        } else if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().values().forEach(value -> complainOfPartial(problems, value));
        }
    }

    /**
     * {@code tree} with each reference replaced by what {@code values} has for it. An item of a list that stands for a
     * list becomes that list's items. Where there is nothing for a reference, it is left out with its key, and so is a
     * mapping that has no other key.
     */
    public static Optional<Tree> resolve(Tree tree, BiFunction<String, Place, Optional<Tree>> values) {
        Optional<String> axis = axis(tree);
        if (axis.isPresent()) {
            return values.apply(axis.get(), tree.place());
        } else if (tree instanceof Tree.Sequence sequence) {
            List<Tree> items = new ArrayList<>();
            for (Tree item : sequence.items()) {
                resolve(item, values).ifPresent(resolved -> {
                    if (axis(item).isPresent() && resolved instanceof Tree.Sequence spliced) {
                        items.addAll(spliced.items());
                    } else {
                        items.add(resolved);
                    }
                });
            }
            return Optional.of(new Tree.Sequence(tree.place(), items));
        } else if (tree instanceof Tree.Mapping mapping) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> resolve(value, values).ifPresent(kept -> entries.put(key, kept)));
            return entries.isEmpty() && !mapping.entries().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Tree.Mapping(tree.place(), entries));
        }
        return Optional.of(tree);
    }
}
