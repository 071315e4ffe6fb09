package nightsweep.worker.engine.fused.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static nightsweep.worker.engine.fused.vector.Lanes.ONE;
import static nightsweep.worker.engine.fused.vector.Lanes.TWO;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Functions of single-precision lanes. Arguments of exponentials beyond +-87.3 count as +-87.3, so that no result is
 * infinite or denormal; NaN stays NaN. Relative errors, against exact results for such arguments: {@link #exp} 2e-7,
 * {@link #expm1} 3e-7, {@link #sigmoid} 3e-7, {@link #tanh} 5e-7, softplus 4e-7; {@link #normal} of arguments from -3 on
 * 1e-6.
 *
 * <p>Exponentials split {@code x = n log 2 + r} (Cody and Waite 1980, with log 2 in two parts); the polynomials for
 * {@code expm1(r)}, {@code log1p(u)} and the tail of the normal distribution are least-maximum fits made for these ranges.
 */
final class VectorMath {
    private static final FloatVector LIMIT = all(87.3f);
    private static final FloatVector MINUS_LIMIT = all(-87.3f);
    private static final FloatVector LOG2_E = all(1.44269504f);
    private static final FloatVector MINUS_LN2_HIGH = all(-0.693359375f);
    private static final FloatVector MINUS_LN2_LOW = all(2.12194440e-4f);
    /** Added to a number below 2^22, it leaves that number's nearest integer in its lowest bits. */
    private static final FloatVector ROUNDER = all(12582912f);

    // Of r^2 to r^6 in expm1(r), and of s^3 to s^11 in 2 atanh(s).
    private static final FloatVector EXP_2 = all(0.5f);
    private static final FloatVector EXP_3 = all(0.16666542f);
    private static final FloatVector EXP_4 = all(4.166628e-2f);
    private static final FloatVector EXP_5 = all(8.366644e-3f);
    private static final FloatVector EXP_6 = all(1.3946552e-3f);
    private static final FloatVector LOG_3 = all(0.66666675f);
    private static final FloatVector LOG_5 = all(0.39998877f);
    private static final FloatVector LOG_7 = all(0.28616884f);
    private static final FloatVector LOG_9 = all(0.21427657f);
    private static final FloatVector LOG_11 = all(0.24300939f);

    // Of t^0 to t^8 in (1 - Phi(a)) / (exp(-a^2 / 2) t), t = 1 / (1 + 0.27 a).
    private static final FloatVector TAIL = all(0.27f);
    private static final FloatVector TAIL_0 = all(0.10772018f);
    private static final FloatVector TAIL_1 = all(0.1075505f);
    private static final FloatVector TAIL_2 = all(0.10175926f);
    private static final FloatVector TAIL_3 = all(0.0722399f);
    private static final FloatVector TAIL_4 = all(0.10740036f);
    private static final FloatVector TAIL_5 = all(-0.06862234f);
    private static final FloatVector TAIL_6 = all(0.16929261f);
    private static final FloatVector TAIL_7 = all(-0.12625585f);
    private static final FloatVector TAIL_8 = all(0.028915396f);
    private static final FloatVector MINUS_HALF = all(-0.5f);

    private static final int EXPONENT_SHIFT = 23;
    private static final int BITS_OF_ONE = 0x3f800000;

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector limited = limited(x);
        FloatVector shifted = shifted(limited);
        FloatVector scale = scale(shifted);
        return reduced(limited, shifted).fma(scale, scale);
    }

    /** {@code exp(x) - 1}, without loss near 0. */
    static FloatVector expm1(FloatVector x) {
        FloatVector limited = limited(x);
        FloatVector shifted = shifted(limited);
        FloatVector scale = scale(shifted);
        return reduced(limited, shifted).fma(scale, scale.sub(ONE));
    }

    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(exp(x.neg()).add(ONE));
    }

    /** {@code expm1(2x) / (expm1(2x) + 2)}. */
    static FloatVector tanh(FloatVector x) {
        FloatVector e = expm1(x.add(x));
        return e.div(e.add(TWO));
    }

    /** For {@code u} in [0, 1]: {@code log1p(u) = 2 atanh(s)}, {@code s = u / (2 + u)}. */
    static FloatVector log1p(FloatVector u) {
        FloatVector s = u.div(u.add(TWO));
        FloatVector z = s.mul(s);
        FloatVector g = LOG_11.fma(z, LOG_9).fma(z, LOG_7).fma(z, LOG_5).fma(z, LOG_3);
        return g.mul(z).fma(s, s.add(s));
    }

    /** The standard normal distribution's probability of a value of at most {@code x}. */
    static FloatVector normal(FloatVector x) {
        FloatVector a = x.abs();
        FloatVector t = ONE.div(a.fma(TAIL, ONE));
        FloatVector high = TAIL_8.fma(t, TAIL_7).fma(t, TAIL_6).fma(t, TAIL_5).fma(t, TAIL_4);
        FloatVector all = high.fma(t, TAIL_3).fma(t, TAIL_2).fma(t, TAIL_1).fma(t, TAIL_0);
        FloatVector beyond = exp(a.mul(a).mul(MINUS_HALF)).mul(t).mul(all);
        return beyond.blend(ONE.sub(beyond), x.compare(GE, ZERO));
    }

    private static FloatVector limited(FloatVector x) {
        return x.min(LIMIT).max(MINUS_LIMIT);
    }

    private static FloatVector shifted(FloatVector x) {
        return x.fma(LOG2_E, ROUNDER);
    }

    /** {@code 2^n}. */
    private static FloatVector scale(FloatVector shifted) {
        return shifted.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                .add(BITS_OF_ONE)
                .reinterpretAsFloats();
    }

    /** {@code expm1(r)}, {@code |r| <= log(2) / 2}. */
    private static FloatVector reduced(FloatVector x, FloatVector shifted) {
        FloatVector n = shifted.sub(ROUNDER);
        FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
        FloatVector q = EXP_6.fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, EXP_2);
        return q.mul(r).fma(r, r);
    }
}
