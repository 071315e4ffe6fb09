package nightsweep.experiments.maths;

/** The standard normal distribution, in double precision. */
final class Normal {
    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);
    /** From here on the fraction converges faster than the series. */
    private static final double FAR = 3;

    private static final int TERMS = 120;

    private Normal() {}

    /** {@code exp(-x^2 / 2) / sqrt(2 pi)}. */
    static double density(double x) {
        return PEAK * StrictMath.exp(-x * x / 2);
    }

    /** The probability of a value of at most {@code x}. */
    static double cumulative(double x) {
        if (Math.abs(x) <= FAR) {
            return 0.5 + density(x) * series(x);
        }
        double beyond = density(x) / fraction(Math.abs(x));
        return x < 0 ? beyond : 1 - beyond;
    }

    /** {@code x + x^3 / 3 + x^5 / (3 5) + ...}. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 4 && odd < 2 * TERMS; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    /** {@code x + 1 / (x + 2 / (x + 3 / (x + ...)))}, as Laplace has it. */
    private static double fraction(double x) {
        double value = x;
        for (int n = TERMS; n > 0; n--) {
            value = x + n / value;
        }
        return value;
    }
}
