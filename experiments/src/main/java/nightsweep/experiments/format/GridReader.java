package nightsweep.experiments.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code grid}: for each axis a list of values, or values by label. */
final class GridReader {
    private static final Set<String> RANGE_WORDS = Set.of(
            "values",
            "value",
            "list",
            "choice",
            "choices",
            "categorical",
            "log",
            "uniform",
            "loguniform",
            "log-uniform",
            "linspace",
            "logspace",
            "range",
            "grid",
            "int",
            "float");

    private GridReader() {}

    /** The axes that have a name and at least one value. */
    static Grid read(Problems problems, Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            Section.of(problems, "grid", tree);
            return new Grid(List.of());
        }
        List<GridAxis> axes = new ArrayList<>();
        mapping.entries().forEach((name, values) -> {
            if (!name.matches(References.AXIS_NAME)) {
                problems.add(
                        values.place(),
                        "the name of an axis must be letters, digits, - and _, a letter first, but got \""
                                + FlowText.abbreviated(name) + "\".");
                return;
            }
            if (values instanceof Tree.Mapping words
                    && speaksOfARange(words.entries().keySet())) {
                problems.add(
                        values.place(),
                        String.join(" and ", words.entries().keySet())
                                + " would be labels of values here, not what a range"
                                + " or a list is made of. List the values to try, such as " + name
                                + ": [0.001, 0.01, 0.1], or give labels other names.");
                return;
            }
            Map<String, Tree> labelled = labelled(problems, values);
            if (labelled.isEmpty()) {
                if (!(values instanceof Tree.Unknown)) {
                    problems.add(values.place(), name + " needs at least one value.");
                }
                return;
            }
            axes.add(
                    new GridAxis(name, values.place(), List.copyOf(labelled.keySet()), List.copyOf(labelled.values())));
        });
        return new Grid(axes);
    }

    /** As other tools write what is to be tried; as labels these words are hardly meant. */
    private static boolean speaksOfARange(Set<String> words) {
        return words.containsAll(Set.of("min", "max"))
                || words.containsAll(Set.of("low", "high"))
                || words.containsAll(Set.of("from", "to"))
                || words.containsAll(Set.of("start", "stop"))
                || words.contains("distribution")
                || (words.size() == 1 && RANGE_WORDS.containsAll(words));
    }

    private static Map<String, Tree> labelled(Problems problems, Tree values) {
        Map<String, Tree> labelled = new LinkedHashMap<>();
        if (values instanceof Tree.Mapping mapping) {
            mapping.entries().forEach((label, value) -> add(problems, labelled, label, value));
        } else if (values instanceof Tree.Sequence sequence) {
            sequence.items().forEach(value -> add(problems, labelled, label(value), value));
        } else if (values instanceof Tree.Scalar scalar && !scalar.isNothing()) {
            add(problems, labelled, scalar.text(), scalar);
        }
        return labelled;
    }

    private static void add(Problems problems, Map<String, Tree> labelled, String label, Tree value) {
        if (value instanceof Tree.Unknown) {
            return;
        }
        if (value instanceof Tree.Scalar scalar && scalar.isNothing()) {
            problems.add(value.place(), "a value of an axis must not be empty.");
        } else if (label.isBlank() || label.chars().anyMatch(Character::isISOControl)) {
            problems.add(value.place(), "a value of an axis must be written on one line.");
        } else if (labelled.putIfAbsent(label, value) != null) {
            problems.add(value.place(), "the axis already has the value \"" + FlowText.abbreviated(label) + "\".");
        }
    }

    /** How a value is written in tables: a plain one as in the file, another as YAML on one line. */
    static String label(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Tree.Unknown ? "" : FlowText.of(value);
    }
}
