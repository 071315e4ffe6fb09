package nightsweep.experiments.sweepfile.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.Checks;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads where weights or biases start: {@code he}, <code>{uniform: {low: -0.1, high: 0.1}}</code>. */
public final class InitialReader {
    private static final String WEIGHTS = "initial weights";
    private static final String BIASES = "initial biases";
    private static final List<String> OF_WEIGHTS_ONLY = List.of("orthogonal", "identity");
    private static final List<String> OF_BIASES_ONLY = List.of("none");
    private static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            "values",
                            "zero",
                            "ones",
                            "constant",
                            "uniform",
                            "normal",
                            "truncated-normal",
                            "log-normal"),
                    Stream.concat(
                            OF_WEIGHTS_ONLY.stream(),
                            Stream.of(Initial.Scale.values()).map(Initial.Scale::label)))
            .toList();

    /** What is read where there was a problem. */
    static final Initial STAND_IN = new Initial.Constant(0);

    private InitialReader() {}

    public static Initial weights(Problems problems, Tree tree) {
        return read(problems, WEIGHTS, tree, NAMES);
    }

    public static Initial biases(Problems problems, Tree tree) {
        List<String> names = new ArrayList<>(NAMES);
        names.removeAll(OF_WEIGHTS_ONLY);
        names.addAll(OF_BIASES_ONLY);
        return read(problems, BIASES, tree, names);
    }

    private static Initial read(Problems problems, String what, Tree tree, List<String> names) {
        Optional<Choice> choice = Choice.of(problems, what, tree, names);
        if (choice.isEmpty()) {
            return STAND_IN;
        }
        String name = choice.get().name();
        if (!names.contains(name)) {
            Values.unknown(problems, what, choice.get().place(), name, names);
            return STAND_IN;
        }
        if (name.equals("constant") && choice.get().single()) {
            Tree value = choice.get().arguments().orElseThrow();
            return new Initial.Constant(Values.number(problems, "constant", value, 0, Checks::finite));
        }
        if (name.equals("values")) {
            return choice.get()
                    .arguments()
                    .map(values -> values(problems, what, values))
                    .orElseGet(() -> noValues(problems, what, tree));
        }
        Section section = choice.get().section(problems);
        Initial initial = section.build(STAND_IN, () -> initial(name, section));
        section.done();
        return initial;
    }

    private static Initial noValues(Problems problems, String what, Tree tree) {
        problems.add(tree.place(), what + ": values needs a list of numbers, such as {values: [0.1, 0.2]}.");
        return STAND_IN;
    }

    /** A list of rows for weights, a list of numbers for biases. */
    private static Initial values(Problems problems, String what, Tree tree) {
        if (!(tree instanceof Tree.Sequence list)) {
            return tree instanceof Tree.Unknown ? STAND_IN : noValues(problems, what, tree);
        }
        int before = problems.complaints();
        List<List<Double>> rows = what.equals(WEIGHTS)
                ? list.items().stream()
                        .map(row -> numbers(problems, "a row of " + what, row))
                        .toList()
                : List.of(numbers(problems, what, list));
        return problems.complaints() > before
                ? STAND_IN
                : Section.empty(problems, tree.place()).build(STAND_IN, () -> new Initial.Values(rows));
    }

    private static List<Double> numbers(Problems problems, String what, Tree tree) {
        if (tree instanceof Tree.Sequence list) {
            return list.items().stream()
                    .map(value -> Values.number(problems, "a value", value, 0, Checks::finite))
                    .toList();
        }
        if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), what + " must be a list of numbers, but got " + tree.found() + ".");
        }
        return List.of();
    }

    private static Initial initial(String name, Section section) {
        return switch (name) {
            case "zero" -> new Initial.Constant(0);
            case "ones" -> new Initial.Constant(1);
            case "constant" -> new Initial.Constant(required(section, "value", 0));
            case "uniform" ->
                new Initial.Uniform(
                        required(section, "low", -Double.MAX_VALUE), required(section, "high", Double.MAX_VALUE));
            case "normal" -> new Initial.Normal(mean(section), deviation(section));
            case "truncated-normal" -> new Initial.TruncatedNormal(mean(section), deviation(section));
            case "log-normal" -> new Initial.LogNormal(mean(section), deviation(section));
            case "orthogonal" -> new Initial.Orthogonal(section.number("gain", 1, Checks::positive));
            case "identity" -> new Initial.Identity();
            case "none" -> new Initial.None();
            default -> new Initial.Scaled(scale(name));
        };
    }

    private static double required(Section section, String key, double standIn) {
        return Values.number(section.problems(), key, section.required(key), standIn, Checks::finite);
    }

    private static double mean(Section section) {
        return section.number("mean", 0, Checks::finite);
    }

    private static double deviation(Section section) {
        return Values.number(section.problems(), "deviation", section.required("deviation"), 1, Checks::positive);
    }

    private static Initial.Scale scale(String name) {
        return Stream.of(Initial.Scale.values())
                .filter(scale -> scale.label().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
