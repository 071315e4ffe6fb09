package nightsweep.experiments.training;

import nightsweep.experiments.Checks;

/**
 * How what a training minimises differs from the mean loss of its examples. It is part of the training alone: losses of
 * validation and test examples are those of the examples as they are.
 *
 * @param weights how many times an example's loss counts
 * @param smoothing the share of a target that is taken off an example's own class and spread over all classes, in [0, 1)
 *     (Szegedy et al. 2016, Rethinking the Inception architecture for computer vision)
 */
public record Aim(ClassWeights weights, double smoothing) {
    /** The mean loss of the examples as they are. */
    public static final Aim PLAIN = new Aim(ClassWeights.NONE, 0);

    public Aim {
        Checks.fraction("label-smoothing", smoothing);
    }

    /** Whether some examples may count more than others. */
    public boolean weighted() {
        return !weights.equals(ClassWeights.NONE);
    }
}
