package nightsweep.experiments.outcome;

/**
 * One epoch of training. Training figures are running: each minibatch's before its step, with dropout, averaged over
 * the examples of the epoch.
 *
 * @param epoch from 1
 * @param validationLoss NaN where there is no validation split
 * @param validationAccuracy 0..1, or NaN where there is no validation split
 */
public record EpochMetrics(
        int epoch, double trainLoss, double trainAccuracy, double validationLoss, double validationAccuracy) {}
