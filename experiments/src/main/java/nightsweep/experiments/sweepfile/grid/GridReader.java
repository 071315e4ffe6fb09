package nightsweep.experiments.sweepfile.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.experiments.yaml.FlowText;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.References;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;

/** Reads {@code grid}: for each axis a list of values, or values by label, or a range; each perhaps under a condition. */
public final class GridReader {
    /** What ranges end with in other tools, two by two. */
    private static final List<Set<String>> ENDS = List.of(
            Set.of("min", "max"),
            Set.of("minimum", "maximum"),
            Set.of("minvalue", "maxvalue"),
            Set.of("low", "high"),
            Set.of("lower", "upper"),
            Set.of("lowerbound", "upperbound"),
            Set.of("lb", "ub"),
            Set.of("start", "stop"),
            Set.of("start", "end"),
            Set.of("begin", "end"),
            Set.of("begin", "stop"),
            Set.of("mean", "std"),
            Set.of("mean", "stddev"),
            Set.of("mean", "sd"),
            Set.of("mu", "sigma"),
            Set.of("mean", "sigma"));

    /** Words that no label is, whatever stands beside them. */
    private static final Set<String> SURE_WORDS = Set.of(
            "distribution",
            "bounds",
            "gridsearch",
            "categorical",
            "loguniform",
            "quniform",
            "qloguniform",
            "randint",
            "lograndint",
            "feasiblespace",
            "parametertype",
            "linspace",
            "logspace");

    /** Words that are no labels where they stand alone, or with each other. */
    private static final Set<String> RANGE_WORDS = Set.of(
            "values",
            "value",
            "list",
            "choice",
            "choices",
            "options",
            "candidates",
            "min",
            "max",
            "fixed",
            "interval",
            "log",
            "uniform",
            "normal",
            "lognormal",
            "range",
            "arange",
            "space",
            "grid",
            "int",
            "float",
            "double",
            "default",
            "type",
            "dtype",
            "step",
            "steps",
            "num",
            "count",
            "points",
            "size",
            "base",
            "scale",
            "prior",
            "sampler",
            "name",
            "params",
            "args");

    private GridReader() {}

    /**
     * The axes that have a name and at least one value.
     *
     * @param searched whether some configurations are chosen; ranges have no values yet then
     */
    public static Grid read(Problems problems, Tree tree, boolean searched) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            Section.of(problems, "grid", tree);
            return new Grid(List.of());
        }
        List<GridAxis> axes = new ArrayList<>();
        ConditionsReader conditions = new ConditionsReader(problems);
        mapping.entries().forEach((name, written) -> {
            if (!name.matches(References.AXIS_NAME)) {
                problems.add(
                        written.place(),
                        "the name of an axis must be letters, digits, - and _, a letter first, but got \""
                                + FlowText.abbreviated(name) + "\".");
                return;
            }
            Tree values = conditions.taken(name, written);
            if (values instanceof Tree.Mapping range && RangeReader.isRange(range)) {
                new RangeReader(problems, name, range, searched).read().ifPresent(axes::add);
                return;
            }
            if (values instanceof Tree.Mapping words
                    && speaksOfARange(words.entries().keySet())) {
                problems.add(
                        values.place(),
                        String.join(" and ", words.entries().keySet())
                                + " would be labels of values here, not what a range"
                                + " or a list is made of. List the values to try, such as " + name
                                + ": [0.001, 0.01, 0.1], write a range as {from: 0.001, to: 0.1, scale: log}, or give"
                                + " labels other names.");
                return;
            }
            Map<String, Tree> labelled = labelled(problems, values);
            if (labelled.isEmpty()) {
                if (!(values instanceof Tree.Unknown)) {
                    problems.add(written.place(), name + " needs at least one value.");
                }
                return;
            }
            axes.add(new GridAxis(
                    name, written.place(), List.copyOf(labelled.keySet()), List.copyOf(labelled.values())));
        });
        return conditions.apply(axes);
    }

    /** As other tools write what is to be tried; as labels these words are hardly meant. */
    private static boolean speaksOfARange(Set<String> labels) {
        Set<String> words = labels.stream().map(GridReader::plain).collect(Collectors.toSet());
        return ENDS.stream().anyMatch(words::containsAll)
                || words.stream().anyMatch(word -> isEnd(word, words))
                || words.stream().anyMatch(SURE_WORDS::contains)
                || (!words.isEmpty() && RANGE_WORDS.containsAll(words) && saysWhatIsTried(words));
    }

    /** Not where words such as {@code int} and {@code float} may name what differs between values. */
    private static boolean saysWhatIsTried(Set<String> words) {
        return words.size() == 1
                || words.stream()
                        .anyMatch(Set.of("values", "value", "choice", "choices", "options", "candidates")::contains);
    }

    /** {@code minrate} beside {@code maxrate}. */
    private static boolean isEnd(String word, Set<String> words) {
        return word.startsWith("min") && words.contains("max" + word.substring("min".length()));
    }

    /** {@code loguniform}, of {@code hp.loguniform} and {@code suggest_loguniform} too. */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replaceAll("^[a-z]+\\.(?=[a-z])", "")
                .replaceAll("[-_ ]", "")
                .replaceAll("^suggest", "");
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
    public static String label(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Tree.Unknown ? "" : FlowText.of(value);
    }
}
