package nightsweep.experiments.network;

import nightsweep.experiments.Checks;

/**
 * How a class label becomes the numbers that an output layer is trained towards. With one output unit, class 1 is
 * "high" and class 0 "low"; with one unit a class, the unit of the label is high and all others low.
 *
 * @param low the target of a unit that does not stand for the example's class, below {@code high}
 * @param high the target of the unit that does
 */
public record TargetEncoding(double low, double high) {
    public static final TargetEncoding ZERO_ONE = new TargetEncoding(0, 1);
    /** Margin losses, and outputs whose range is -1..1. */
    public static final TargetEncoding MINUS_ONE_ONE = new TargetEncoding(-1, 1);

    public TargetEncoding {
        Checks.finite("low", low);
        Checks.finite("high", high);
        if (low >= high) {
            throw new IllegalArgumentException("low must be below high, but got " + low + " and " + high + ".");
        }
    }

    /** The middle between low and high: one output unit predicts class 1 above it. */
    public double threshold() {
        return (low + high) / 2;
    }

    /** What is trained towards where a sweep file names no targets. */
    public static TargetEncoding usual(LossName loss, ActivationName activation) {
        return loss.margin() || activation.range() == ActivationName.Range.MINUS_ONE_TO_ONE ? MINUS_ONE_ONE : ZERO_ONE;
    }
}
