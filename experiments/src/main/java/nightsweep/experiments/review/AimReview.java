package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.ClassWeights;

/** Whether weights of classes and smoothed labels have a meaning for the loss, and for the classes that there are. */
final class AimReview {
    private AimReview() {}

    static List<Finding> of(Aim aim, LayerSpec.Output output, DatasetFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (aim.weighted() && facts.predictsNumber()) {
            findings.add(
                    Finding.invalid("class-weights weigh classes, but a number is to be predicted: leave them out."));
        }
        if (aim.weighted() && output.loss() == LossName.F_MEASURE) {
            findings.add(Finding.invalid(
                    "f-measure is one figure of a whole minibatch, so there are no losses of examples for class-weights to weigh:"
                            + " leave them out, or use cross-entropy."));
        }
        if (aim.weights() instanceof ClassWeights.Given given && !facts.labels().isEmpty()) {
            Set<String> named = given.byName().keySet();
            List<String> unknown = named.stream()
                    .filter(name -> !facts.labels().contains(name))
                    .toList();
            if (!unknown.isEmpty()) {
                findings.add(Finding.invalid("class-weights names " + ClassNames.some(unknown) + ", but there "
                        + (unknown.size() == 1 ? "is no such class" : "are no such classes") + ". There are: "
                        + ClassNames.some(facts.labels()) + "."));
            }
        }
        boolean softmax = output.loss().crossEntropy() && output.activation().name() == ActivationName.SOFTMAX;
        if (aim.smoothing() > 0 && !(softmax && output.units() > 1)) {
            findings.add(Finding.invalid("label-smoothing is for cross-entropy over softmax, but the output layer has "
                    + output.loss().label() + " over "
                    + output.activation().name().label()
                    + (softmax ? " of one unit" : "")
                    + ": leave it out, or use cross-entropy with one unit a class; for other losses, targets of the"
                    + " output layer say what its units are trained towards."));
        }
        return findings;
    }
}
