package nightsweep.experiments.outcome;

import java.util.List;

/**
 * One epoch of training. Training figures are running: each minibatch's before its step, with dropout, averaged over
 * the examples of the epoch.
 *
 * @param epoch from 1
 * @param validationLoss NaN where there is no validation split
 * @param validationAccuracy 0..1, or NaN where there is no validation split
 * @param layers after the epoch, those with parameters, in the order of the network; empty where nobody looked
 */
public record EpochMetrics(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy,
        List<LayerMetrics> layers) {
    public EpochMetrics {
        layers = List.copyOf(layers);
    }

    /** Of an epoch after which nobody looked at the layers. */
    public EpochMetrics(
            int epoch, double trainLoss, double trainAccuracy, double validationLoss, double validationAccuracy) {
        this(epoch, trainLoss, trainAccuracy, validationLoss, validationAccuracy, List.of());
    }
}
