package nightsweep.experiments.outcome;

import nightsweep.experiments.Checks;

/**
 * One layer at the end of an epoch, on a fixed handful of training examples and without dropout.
 *
 * @param layer its name: {@code dense 1}, {@code dense 2} and so on, or {@code output}
 * @param gradientNorm the Euclidean norm of the mean loss's gradient by the layer's weights, without penalties
 * @param weightNorm the Euclidean norm of the weights
 * @param deadUnits units that none of the examples moves: the gradient by all of their weights and by the bias is zero
 * @param weights how they are spread, where that was asked for
 */
public record LayerMetrics(
        String layer, double gradientNorm, double weightNorm, int units, int deadUnits, WeightHistogram weights) {
    public LayerMetrics {
        Checks.positive("units", units);
        if (deadUnits < 0 || deadUnits > units) {
            throw new IllegalArgumentException(
                    "dead-units must be between 0 and " + units + ", but got " + deadUnits + ".");
        }
    }

    /** Of a layer of which nobody asked how its weights are spread. */
    public LayerMetrics(String layer, double gradientNorm, double weightNorm, int units, int deadUnits) {
        this(layer, gradientNorm, weightNorm, units, deadUnits, WeightHistogram.NONE);
    }
}
