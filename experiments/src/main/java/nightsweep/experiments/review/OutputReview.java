package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;

/** Whether the output layer has the width that the classes and the loss need. */
final class OutputReview {
    private OutputReview() {}

    static List<Finding> of(LayerSpec.Output output, DatasetFacts facts) {
        if (facts.predictsNumber()) {
            return NumberReview.of(output);
        }
        List<Finding> findings = widths(output, facts);
        if (!findings.isEmpty()) {
            return findings;
        }
        if (output.units() == 1 && output.activation().name() == ActivationName.SOFTMAX) {
            return List.of(Finding.doubtful(
                    Doubt.SOFTMAX_OVER_ONE_UNIT,
                    "Softmax over one unit is always 1, so nothing is learnt and class 1 is always "
                            + "predicted: use sigmoid, or one unit a class."));
        }
        findings.addAll(spareUnits(output.units(), facts.classes()));
        findings.addAll(LossReview.of(output));
        return findings;
    }

    private static List<Finding> spareUnits(int units, int classes) {
        int spare = units - classes;
        if (spare <= 0 || classes < 2) {
            return List.of();
        }
        return List.of(Finding.doubtful(
                Doubt.SPARE_UNITS,
                spare + " of " + units + " output units " + (spare == 1 ? "stands" : "stand")
                        + " for no class: the data has "
                        + classes + ", so " + (spare == 1 ? "that unit is" : "those units are")
                        + " trained to be low for every example, and never an answer. Give the layer " + classes
                        + " units; labels that begin at 1 need none for 0."));
    }

    private static boolean quantity(DatasetFacts facts) {
        return facts.remarks().stream().anyMatch(remark -> remark.doubt() == Doubt.QUANTITY_AS_CLASSES);
    }

    private static List<Finding> widths(LayerSpec.Output output, DatasetFacts facts) {
        List<Finding> findings = new ArrayList<>();
        int units = output.units();
        int classes = facts.classes();
        LossName loss = output.loss();
        if (units < classes && !(units == 1 && classes == 2)) {
            findings.add(Finding.invalid("An output layer of " + units + (units == 1 ? " unit" : " units")
                    + " cannot tell " + classes + " classes apart: "
                    + (quantity(facts)
                            ? "but the labels look like a quantity: say target: number to predict it."
                            : "give it " + classes + " units.")));
        } else if (loss.targets() == LossName.Targets.ONE_PER_CLASS && units < classes) {
            findings.add(Finding.invalid(loss.label() + " compares one output unit a class, but the output layer has 1 "
                    + "unit for 2 classes: give it 2 units, or use binary-cross-entropy."));
        }
        if (loss.targets() == LossName.Targets.TWO_CLASSES && classes > 2) {
            findings.add(Finding.invalid(loss.label() + " is defined for two classes only, but the data has " + classes
                    + ": use cross-entropy."));
        } else if (loss.targets() == LossName.Targets.TWO_CLASSES && units > 2) {
            findings.add(Finding.invalid(loss.label() + " is defined for one or two output units only, but the output "
                    + "layer has " + units + ": give it 1 or 2 units."));
        }
        return findings;
    }
}
