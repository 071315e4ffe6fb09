package nightsweep.experiments.outcome;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.sweep.TrialId;

/**
 * What must be known of a trained network to use it.
 *
 * @param number the trial's place in the plan of its sweep, from 1
 * @param labels the classes' names, in order
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param factors what each column is multiplied by before the network sees it, or one for all columns
 * @param offsets what is then added, as many as factors
 * @param inputs empty where an earlier version kept nothing of them
 * @param target the number that it predicts; empty where it tells classes apart, and then there are labels
 */
public record ModelCard(
        TrialId id,
        int number,
        List<String> labels,
        List<Integer> shape,
        List<Double> factors,
        List<Double> offsets,
        Optional<ModelInputs> inputs,
        Optional<NumberTarget> target) {
    public ModelCard {
        labels = List.copyOf(labels);
        shape = List.copyOf(shape);
        factors = List.copyOf(factors);
        offsets = List.copyOf(offsets);
    }

    /** Of a network that tells classes apart. */
    public ModelCard(
            TrialId id,
            int number,
            List<String> labels,
            List<Integer> shape,
            List<Double> factors,
            List<Double> offsets,
            Optional<ModelInputs> inputs) {
        this(id, number, labels, shape, factors, offsets, inputs, Optional.empty());
    }
}
