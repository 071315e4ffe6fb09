package nightsweep.experiments.sweepfile.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightsweep.experiments.Checks;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.ClassWeights;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code class-weights} and {@code label-smoothing}. */
final class AimReader {
    private static final String WEIGHTS = "class-weights";
    private static final String NONE = "none";
    private static final String BALANCED = "balanced";

    private AimReader() {}

    static Aim read(Section training) {
        ClassWeights weights = training.find(WEIGHTS)
                .map(tree -> weights(training.problems(), tree))
                .orElse(ClassWeights.NONE);
        return new Aim(weights, training.number("label-smoothing", 0, Checks::fraction));
    }

    private static ClassWeights weights(Problems problems, Tree tree) {
        if (tree instanceof Tree.Mapping classes && !classes.entries().isEmpty()) {
            Map<String, Double> weights = new TreeMap<>();
            classes.entries()
                    .forEach((name, weight) -> weights.put(
                            name, Values.number(problems, "the weight of " + name, weight, 1, Checks::positive)));
            return new ClassWeights.Given(weights);
        }
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isNothing()) {
            if (!(tree instanceof Tree.Unknown)) {
                problems.add(
                        tree.place(),
                        WEIGHTS
                                + " must be balanced, none, or a weight for each of some classes, such as {rare: 5}, but got "
                                + (tree instanceof Tree.Mapping ? "an empty mapping" : tree.found()) + ".");
            }
            return ClassWeights.NONE;
        }
        if (scalar.text().equals(BALANCED)) {
            return new ClassWeights.Balanced();
        }
        if (!scalar.text().equals(NONE)) {
            Values.unknown(problems, "value of " + WEIGHTS, tree.place(), scalar.text(), List.of(NONE, BALANCED));
        }
        return ClassWeights.NONE;
    }
}
