package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ONE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Functions of single-precision lanes. Arguments of exponentials beyond +-87.3 count as +-87.3, so that no result is
 * infinite or denormal; NaN stays NaN. Relative errors, against exact results for such arguments: {@link #exp} 2e-7,
 * {@link #expm1} 3e-7, {@link #sigmoid} 3e-7, {@link #tanh} 5e-7, {@link #softplus} 4e-7.
 *
 * <p>Exponentials split {@code x = n log 2 + r} (Cody and Waite 1980, with log 2 in two parts); the polynomials for
 * {@code expm1(r)} and {@code log1p(u)} are least-maximum fits made for these ranges.
 */
final class VectorMath {
    private static final float LIMIT = 87.3f;
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Added to a number below 2^22, it leaves that number's nearest integer in its lowest bits. */
    private static final float ROUNDER = 12582912f;

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
        return reduced(limited, shifted).fma(scale, scale.sub(1f));
    }

    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(exp(x.neg()).add(1f));
    }

    /** {@code expm1(2x) / (expm1(2x) + 2)}. */
    static FloatVector tanh(FloatVector x) {
        FloatVector e = expm1(x.add(x));
        return e.div(e.add(2f));
    }

    /** {@code max(x, 0) + log1p(u)}, {@code u = exp(-|x|)}, {@code log1p(u) = 2 atanh(u / (2 + u))}. */
    static FloatVector softplus(FloatVector x) {
        FloatVector u = exp(x.abs().neg());
        FloatVector s = u.div(u.add(2f));
        FloatVector z = s.mul(s);
        FloatVector g = constant(0.24300939f)
                .fma(z, constant(0.21427657f))
                .fma(z, constant(0.28616884f))
                .fma(z, constant(0.39998877f))
                .fma(z, constant(0.66666675f));
        FloatVector log = g.mul(z).fma(s, s.add(s));
        return x.blend(0f, x.compare(VectorOperators.LT, 0f)).add(log);
    }

    private static FloatVector limited(FloatVector x) {
        return x.blend(LIMIT, x.compare(VectorOperators.GT, LIMIT))
                .blend(-LIMIT, x.compare(VectorOperators.LT, -LIMIT));
    }

    private static FloatVector shifted(FloatVector x) {
        return x.fma(constant(LOG2_E), constant(ROUNDER));
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
        FloatVector r = n.fma(constant(-LN2_LOW), n.fma(constant(-LN2_HIGH), x));
        FloatVector q = constant(1.3946552e-3f)
                .fma(r, constant(8.366644e-3f))
                .fma(r, constant(4.166628e-2f))
                .fma(r, constant(0.16666542f))
                .fma(r, constant(0.5f));
        return q.mul(r).fma(r, r);
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }
}
