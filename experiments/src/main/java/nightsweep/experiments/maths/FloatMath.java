package nightsweep.experiments.maths;

/**
 * Functions of single-precision numbers, operation by operation as vectors compute them: the same bits on every processor.
 * Ranges, errors and sources stand with the worker's {@code VectorMath}, which holds the same constants.
 */
public final class FloatMath {
    private static final float LIMIT = 87.3f;
    private static final float LOG2_E = 1.442695f;
    private static final float MINUS_LN2_HIGH = -0.6933594f;
    private static final float MINUS_LN2_LOW = 2.1219444e-4f;
    private static final float ROUNDER = 12582912f;

    private static final float[] EXP = {0.5f, 0.16666542f, 4.166628e-2f, 8.366644e-3f, 1.3946552e-3f};
    private static final float[] LOG = {0.66666675f, 0.39998877f, 0.28616884f, 0.21427657f, 0.24300939f};
    private static final float TAIL_RATE = 0.27f;
    private static final float[] TAIL = {
        0.10772018f,
        0.1075505f,
        0.10175926f,
        0.0722399f,
        0.10740036f,
        -0.06862234f,
        0.16929261f,
        -0.12625585f,
        0.028915396f
    };

    private static final int EXPONENT_SHIFT = 23;
    private static final int BITS_OF_ONE = 0x3f800000;

    private FloatMath() {}

    public static float exp(float x) {
        float limited = limited(x);
        float shifted = Math.fma(limited, LOG2_E, ROUNDER);
        float scale = scale(shifted);
        return Math.fma(reduced(limited, shifted), scale, scale);
    }

    /** {@code exp(x) - 1}, without loss near 0. */
    static float expm1(float x) {
        float limited = limited(x);
        float shifted = Math.fma(limited, LOG2_E, ROUNDER);
        float scale = scale(shifted);
        return Math.fma(reduced(limited, shifted), scale, scale - 1);
    }

    static float sigmoid(float x) {
        return 1 / (exp(-x) + 1);
    }

    static float tanh(float x) {
        float e = expm1(x + x);
        return e / (e + 2);
    }

    /** For {@code u} in [0, 1]. */
    static float log1p(float u) {
        float s = u / (u + 2);
        float z = s * s;
        return Math.fma(polynomial(LOG, z) * z, s, s + s);
    }

    /** The standard normal distribution's probability of a value of at most {@code x}. */
    static float normal(float x) {
        float a = Math.abs(x);
        float t = 1 / Math.fma(a, TAIL_RATE, 1);
        float beyond = exp(a * a * -0.5f) * t * polynomial(TAIL, t);
        return x >= 0 ? 1 - beyond : beyond;
    }

    private static float limited(float x) {
        return Math.max(Math.min(x, LIMIT), -LIMIT);
    }

    /** {@code 2^n}. */
    private static float scale(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << EXPONENT_SHIFT) + BITS_OF_ONE);
    }

    /** {@code expm1(r)}, {@code |r| <= log(2) / 2}. */
    private static float reduced(float x, float shifted) {
        float n = shifted - ROUNDER;
        float r = Math.fma(n, MINUS_LN2_LOW, Math.fma(n, MINUS_LN2_HIGH, x));
        return Math.fma(polynomial(EXP, r) * r, r, r);
    }

    private static float polynomial(float[] coefficients, float x) {
        float value = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            value = Math.fma(value, x, coefficients[i]);
        }
        return value;
    }
}
