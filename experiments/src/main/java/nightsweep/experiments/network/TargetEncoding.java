package nightsweep.experiments.network;

/**
 * How a class label becomes the numbers that an output layer is trained towards. With one output unit, class 1 is
 * "high" and class 0 "low"; with one unit a class, the unit of the label is high and all others low.
 */
public enum TargetEncoding {
    /** Low is 0, high is 1. */
    ZERO_ONE(0),
    /** Low is -1, high is 1: margin losses, and outputs whose range is -1..1. */
    MINUS_ONE_ONE(-1);

    private final int low;

    TargetEncoding(int low) {
        this.low = low;
    }

    /** The target of a unit that does not stand for the example's class. */
    public float low() {
        return low;
    }

    /** The target of the unit that stands for the example's class. */
    public float high() {
        return 1;
    }

    /** The middle between low and high: one output unit predicts class 1 above it. */
    public float threshold() {
        return (low() + high()) / 2;
    }

    static TargetEncoding of(LossName loss, ActivationName activation) {
        return loss.margin() || activation.range() == ActivationName.Range.MINUS_ONE_TO_ONE ? MINUS_ONE_ONE : ZERO_ONE;
    }
}
