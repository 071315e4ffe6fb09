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
        return LossReview.of(output);
    }

    private static boolean quantity(DatasetFacts facts) {
        return facts.remarks().stream().anyMatch(remark -> remark.doubt() == Doubt.QUANTITY_AS_CLASSES);
    }

    private static List<Finding> widths(LayerSpec.Output output, DatasetFacts facts) {
        List<Finding> findings = new ArrayList<>();
        int units = output.units();
        int classes = facts.classes();
        LossName loss = output.loss();
        String word = units == 1 ? " unit" : " units";
        if (units != classes && !(units == 1 && classes == 2)) {
            findings.add(Finding.invalid("An output layer of " + units + word + " cannot tell " + classes
                    + " classes apart: "
                    + (quantity(facts)
                            ? "but the labels look like a quantity, which is not learnt by one class for each number."
                            : "give it " + (classes == 2 ? "1 or 2" : classes) + " units.")));
        } else if (loss.targets() == LossName.Targets.ONE_PER_CLASS && units != classes) {
            findings.add(Finding.invalid(loss.label() + " compares one output unit a class, but the output layer has 1 "
                    + "unit for 2 classes: give it 2 units, or use binary-cross-entropy."));
        }
        if (loss.targets() == LossName.Targets.TWO_CLASSES && classes > 2) {
            findings.add(Finding.invalid(loss.label() + " is defined for two classes only, but the data has " + classes
                    + ": use cross-entropy."));
        }
        return findings;
    }
}
