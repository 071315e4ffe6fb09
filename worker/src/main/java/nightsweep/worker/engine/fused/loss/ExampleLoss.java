package nightsweep.worker.engine.fused.loss;

import nightsweep.experiments.network.LossName;

/**
 * A loss of one example, {@code y} the targets and {@code p} the outputs, of equal length. Clipped where DL4J clips.
 */
public interface ExampleLoss {

    double value(double[] p, double[] y);

    /** Writes the derivative by each output to {@code slopes}. */
    void gradient(double[] p, double[] y, double[] slopes);

    /**
     * The loss of the name {@code name}.
     *
     * @throws IllegalArgumentException where an example by itself has no such loss
     */
    static ExampleLoss of(LossName name) {
        return switch (name) {
            case CROSS_ENTROPY, NEGATIVE_LOG_LIKELIHOOD, SPARSE_CROSS_ENTROPY -> UnitLosses.crossEntropy();
            case BINARY_CROSS_ENTROPY -> new Mean(UnitLosses.binaryCrossEntropy());
            case SUMMED_BINARY_CROSS_ENTROPY -> UnitLosses.binaryCrossEntropy();
            case MEAN_SQUARED_ERROR -> new Mean(UnitLosses.squaredError());
            case SQUARED_ERROR -> UnitLosses.squaredError();
            case HALF_SQUARED_ERROR -> UnitLosses.halfSquaredError();
            case MEAN_ABSOLUTE_ERROR -> new Mean(UnitLosses.absoluteError());
            case ABSOLUTE_ERROR -> UnitLosses.absoluteError();
            case MEAN_ABSOLUTE_PERCENTAGE_ERROR -> new Mean(UnitLosses.absolutePercentageError());
            case MEAN_SQUARED_LOGARITHMIC_ERROR -> new Mean(UnitLosses.squaredLogarithmicError());
            case HINGE -> new Mean(UnitLosses.hinge());
            case SUMMED_HINGE -> UnitLosses.hinge();
            case SQUARED_HINGE -> new Mean(UnitLosses.squaredHinge());
            case SUMMED_SQUARED_HINGE -> UnitLosses.squaredHinge();
            case KL_DIVERGENCE -> UnitLosses.klDivergence();
            case POISSON -> new Mean(UnitLosses.poisson());
            case SUMMED_POISSON -> UnitLosses.poisson();
            case COSINE_PROXIMITY -> new CosineProximity();
            case WASSERSTEIN -> new Mean(UnitLosses.wasserstein());
            case F_MEASURE, MULTI_LABEL ->
                throw new IllegalArgumentException(
                        "An example by itself has no loss of the kind " + name.label() + ".");
        };
    }
}
