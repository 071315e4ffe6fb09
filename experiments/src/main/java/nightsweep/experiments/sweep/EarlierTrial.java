package nightsweep.experiments.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.AdaMax;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.Nadam;
import nightsweep.experiments.training.optimizer.Nesterov;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.RateUse;

/**
 * What a trial's words meant before some formulas became those of PyTorch: other arithmetics, so another trial.
 *
 * @param id that it had
 * @param formulas that were others, under their names in sweep files; one or more
 */
public record EarlierTrial(TrialId id, List<String> formulas) {
    public EarlierTrial {
        formulas = List.copyOf(formulas);
    }

    /** The earlier trial of the same words; empty where they mean what they meant. */
    public static Optional<EarlierTrial> of(Configuration configuration, int repeat, long sweepSeed) {
        List<String> formulas = formulas(configuration);
        return formulas.isEmpty()
                ? Optional.empty()
                : Optional.of(new EarlierTrial(new TrialIds(sweepSeed).earlier(configuration, repeat), formulas));
    }

    /** Whether a trained network of the earlier trial gives what one of this trial gives: its layers are the same. */
    public boolean computesAlike() {
        return !formulas.contains(ActivationName.GELU.label())
                && !formulas.contains(ActivationName.HARD_SIGMOID.label());
    }

    /** The formulas of a configuration that were others, in the order of its layers, its optimizer last. */
    static List<String> formulas(Configuration configuration) {
        Set<String> changed = new LinkedHashSet<>();
        for (LayerSpec layer : configuration.network().layers()) {
            if (layer instanceof LayerSpec.Weighted weighted) {
                ActivationName activation = weighted.activation().name();
                boolean usualSlope = weighted.activation().equals(Activation.of(activation));
                if (activation == ActivationName.GELU || (activation == ActivationName.HARD_SIGMOID && usualSlope)) {
                    changed.add(activation.label());
                }
            }
        }
        LayerSpec.Output output = configuration.network().output();
        if (output.loss().meanOfSummed() && output.units() > 1) {
            changed.add(output.loss().label());
        }
        TrainingSpec training = configuration.training();
        if (changed(training.optimizer())) {
            changed.add(training.optimizer().name().label());
        }
        if (training.penalty().penalised() == Penalty.Reach.ALL) {
            changed.add("penalised");
        }
        return new ArrayList<>(changed);
    }

    private static boolean changed(OptimizerSpec optimizer) {
        if (optimizer instanceof Momentum spec) {
            return spec.rate() == RateUse.AT_USE;
        } else if (optimizer instanceof Nesterov spec) {
            return spec.rate() == RateUse.AT_USE;
        } else if (optimizer instanceof Adam spec) {
            return spec.epsilonHat() == 0;
        } else if (optimizer instanceof AdamW spec) {
            return spec.epsilonHat() == 0;
        } else if (optimizer instanceof AmsGrad spec) {
            return spec.epsilonHat() == 0;
        }
        return optimizer instanceof AdaMax || optimizer instanceof Nadam;
    }
}
