package nightsweep.experiments.network;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.activation.UnitRule;

/**
 * An activation with its hyperparameters.
 *
 * @param values one finite number for each of {@link ActivationName#hyperparameters}, in that order
 */
public record Activation(ActivationName name, List<Double> values) {
    public Activation {
        values = List.copyOf(values);
        List<Hyperparameter> hyperparameters = name.hyperparameters();
        if (values.size() != hyperparameters.size()) {
            throw new IllegalArgumentException(name.label() + " has " + hyperparameters.size()
                    + " hyperparameters, but got " + values.size() + ".");
        }
        for (int i = 0; i < values.size(); i++) {
            Checks.finite(hyperparameters.get(i).label(), values.get(i));
        }
    }

    /** The activation with its default hyperparameters. */
    public static Activation of(ActivationName name) {
        return new Activation(
                name,
                name.hyperparameters().stream().map(Hyperparameter::initial).toList());
    }

    /**
     * Its formula in an arithmetic.
     *
     * @throws IllegalArgumentException for softmax, which looks at more than one unit
     */
    public UnitRule rule(Arithmetic n) {
        return name.rule(n, values.stream().map(n::round).toList());
    }
}
