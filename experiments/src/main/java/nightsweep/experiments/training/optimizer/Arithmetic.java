package nightsweep.experiments.training.optimizer;

/**
 * What rules compute with: numbers are held as {@code double} and rounded after each operation. {@link #SINGLE} gives the bits
 * of {@code float}, whose sums, products, quotients and roots are those of {@code double} rounded once more.
 */
public enum Arithmetic {
    /** Single precision. */
    SINGLE {
        @Override
        public double round(double value) {
            return (float) value;
        }

        @Override
        public double fma(double a, double b, double c) {
            return Math.fma((float) a, (float) b, (float) c);
        }

        @Override
        public double decayed(double state, double decay) {
            return Math.fma((float) state, (float) decay, SETTLING);
        }
    },

    /** Double precision. */
    DOUBLE {
        @Override
        public double round(double value) {
            return value;
        }

        @Override
        public double fma(double a, double b, double c) {
            return a * b + c;
        }

        @Override
        public double decayed(double state, double decay) {
            return state * decay;
        }
    };

    /**
     * Added to an optimizer's state at each step in single precision, so that the state of a parameter without a gradient
     * settles well above the denormal numbers, with which processors compute many times slower.
     */
    public static final float SETTLING = 1e-27f;

    /** The nearest number that there is. */
    public abstract double round(double value);

    /** {@code a b + c}, in single precision rounded only once. */
    public abstract double fma(double a, double b, double c);

    /** {@code decay} times a number of state, which never becomes too small to compute with. */
    public abstract double decayed(double state, double decay);

    public final double plus(double a, double b) {
        return round(a + b);
    }

    public final double minus(double a, double b) {
        return round(a - b);
    }

    public final double times(double a, double b) {
        return round(a * b);
    }

    public final double over(double a, double b) {
        return round(a / b);
    }

    public final double root(double a) {
        return round(Math.sqrt(a));
    }

    /** {@code beta^t}. */
    public final double power(double beta, long t) {
        return round(StrictMath.pow(beta, (double) t));
    }
}
