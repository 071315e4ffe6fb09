package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.experiments.Named;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.TargetEncoding;

/** Whether an output layer can predict a number. */
final class NumberReview {
    private NumberReview() {}

    static List<Finding> of(LayerSpec.Output output) {
        List<Finding> findings = new ArrayList<>();
        if (output.units() != 1) {
            findings.add(Finding.invalid("One number is to be predicted, but the output layer has " + output.units()
                    + " units: give it units: 1."));
        }
        if (!output.loss().ofNumbers()) {
            findings.add(Finding.invalid(output.loss().label()
                    + " does not say how far a predicted number is from the true one, above or below: take "
                    + losses() + "."));
        }
        if (output.activation().name() != ActivationName.IDENTITY) {
            findings.add(Finding.invalid(output.activation().name().label()
                    + " outputs do not take every value that a number may have, which is trained on less its mean and"
                    + " divided by its deviation: take identity, or leave activation out."));
        }
        TargetEncoding usual =
                TargetEncoding.usual(output.loss(), output.activation().name());
        if (!output.encoding().equals(usual)) {
            findings.add(
                    Finding.invalid("A number to predict is its own target: leave targets out of the output layer."));
        }
        return findings;
    }

    private static String losses() {
        return Stream.of(LossName.values())
                .filter(LossName::ofNumbers)
                .map(Named::label)
                .collect(Collectors.joining(", "));
    }
}
