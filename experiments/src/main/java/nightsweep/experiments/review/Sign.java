package nightsweep.experiments.review;

import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.activation.UnitRule;

/** How small the values of an activation get. */
enum Sign {
    /** Above 0 always. */
    POSITIVE,
    /** 0 or above, and exactly 0 for a whole range of pre-activations. */
    ZERO,
    /** Below 0 as well. */
    NEGATIVE;

    private static final double FAR = 50;
    private static final double STEP = 0.5;

    static Sign of(ActivationName activation) {
        if (activation == ActivationName.SOFTMAX) {
            return POSITIVE;
        }
        UnitRule rule = Activation.of(activation).rule(Arithmetic.DOUBLE);
        boolean zero = false;
        for (double x = -FAR; x <= FAR; x += STEP) {
            double value = rule.value(x, rule.core(x));
            if (value < 0) {
                return NEGATIVE;
            }
            double next = rule.value(x + STEP, rule.core(x + STEP));
            zero = zero || (value == 0 && next == 0);
        }
        return zero ? ZERO : POSITIVE;
    }
}
