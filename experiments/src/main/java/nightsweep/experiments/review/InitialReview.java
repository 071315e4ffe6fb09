package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LayerSpec.Dense;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;

/** Whether layers start from parameters that they can have and can learn from. Layers count from 1. */
final class InitialReview {
    private InitialReview() {}

    static List<Finding> of(NetworkSpec network, DatasetFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Shape shape = facts.input();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            if (layer instanceof LayerSpec.Weighted weighted) {
                shapes(i + 1, weighted.weights(), weighted.biases(), weighted.fanIn(shape), weighted.units(), findings);
            }
            if (layer instanceof Dense dense) {
                constants(i + 1, dense, weightsAfter(network, i), findings);
            }
            shape = layer.outputs(shape);
        }
        return findings;
    }

    private static Initial weightsAfter(NetworkSpec network, int layer) {
        return network.layers().stream()
                .skip(layer + 1L)
                .filter(Dense.class::isInstance)
                .map(next -> ((Dense) next).weights())
                .findFirst()
                .orElse(network.output().weights());
    }

    private static void shapes(
            int number, Initial weights, Initial biases, int inputs, int units, List<Finding> findings) {
        if (biases instanceof Initial.Orthogonal || biases instanceof Initial.Identity) {
            String name = biases instanceof Initial.Identity ? "identity" : "orthogonal";
            findings.add(Finding.invalid("The biases of layer " + number + " cannot be " + name
                    + ", which only a matrix is: use 0 or a random start."));
        }
        if (weights instanceof Initial.Identity && inputs != units) {
            String effect = units < inputs
                    ? "let only " + units + " of its " + inputs + " inputs through"
                    : "start " + (units - inputs) + " of its " + units + " units at 0";
            findings.add(Finding.doubtful(
                    Doubt.UNSQUARE_IDENTITY,
                    "Identity weights of layer " + number + ", which is not square, " + effect
                            + ": use another start, or as many units as inputs."));
        }
    }

    private static void constants(int number, Dense layer, Initial after, List<Finding> findings) {
        if (!(layer.weights() instanceof Initial.Constant weights) || layer.units() == 1) {
            return;
        }
        String start = "All weights of layer " + number + " start at " + number(weights.value());
        Initial biased = layer.biased() ? layer.biases() : new Initial.Constant(0);
        if (!(biased instanceof Initial.Constant biases)) {
            if (weights.value() == 0) {
                findings.add(Finding.doubtful(
                        Doubt.EQUAL_WEIGHTS,
                        start + ", so that its units hear nothing of the input at first and learn "
                                + "slowly, if at all: use a random start."));
            }
        } else if (weights.value() == 0
                && biases.value() <= 0
                && flatAtZero(layer.activation().name())) {
            findings.add(Finding.doubtful(
                    Doubt.EQUAL_WEIGHTS,
                    start + ", so that its " + layer.activation().name().label()
                            + " units have no gradient and never learn: use a random start."));
        } else if (after instanceof Initial.Constant && layer.dropout() == 0) {
            findings.add(Finding.doubtful(
                    Doubt.EQUAL_WEIGHTS,
                    start + " and the weights after them are all equal too, so that its " + layer.units()
                            + " units stay equal and learn no more than one: use a random start."));
        } else {
            findings.add(Finding.doubtful(
                    Doubt.EQUAL_WEIGHTS,
                    start + ", so that its " + layer.units()
                            + " units start equal and are slow to become different: use a random start."));
        }
    }

    private static boolean flatAtZero(ActivationName activation) {
        return Sign.of(activation) == Sign.ZERO && activation != ActivationName.HARD_SIGMOID;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
