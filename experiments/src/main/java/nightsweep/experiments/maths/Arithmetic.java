package nightsweep.experiments.maths;

/**
 * What the formulas of optimizers and activations compute with: numbers are held as {@code double} and rounded after each operation. {@link #SINGLE} gives the bits
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

        @Override
        public double exp(double x) {
            return FloatMath.exp((float) x);
        }

        @Override
        public double expm1(double x) {
            return FloatMath.expm1((float) x);
        }

        @Override
        public double log1p(double u) {
            return FloatMath.log1p((float) u);
        }

        @Override
        public double sigmoid(double x) {
            return FloatMath.sigmoid((float) x);
        }

        @Override
        public double tanh(double x) {
            return FloatMath.tanh((float) x);
        }

        @Override
        public double normal(double x) {
            return FloatMath.normal((float) x);
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

        @Override
        public double exp(double x) {
            return StrictMath.exp(x);
        }

        @Override
        public double expm1(double x) {
            return StrictMath.expm1(x);
        }

        @Override
        public double log1p(double u) {
            return StrictMath.log1p(u);
        }

        @Override
        public double sigmoid(double x) {
            return 1 / (1 + StrictMath.exp(-x));
        }

        @Override
        public double tanh(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        public double normal(double x) {
            return Normal.cumulative(x);
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

    public abstract double exp(double x);

    /** {@code exp(x) - 1}, without loss near 0. */
    public abstract double expm1(double x);

    /** {@code log(1 + u)} for {@code u} in [0, 1], without loss near 0. */
    public abstract double log1p(double u);

    /** {@code 1 / (1 + exp(-x))}. */
    public abstract double sigmoid(double x);

    public abstract double tanh(double x);

    /** The standard normal distribution's probability of a value of at most {@code x}. */
    public abstract double normal(double x);

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
