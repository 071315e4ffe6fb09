package nightsweep.experiments.network.activation;

import nightsweep.experiments.maths.Arithmetic;

/** Activations made of exponentials. */
public final class ExponentialRules {
    private ExponentialRules() {}

    /** {@code 1 / (1 + exp(-x))}. */
    public record Sigmoid(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.sigmoid(x);
        }

        @Override
        public double value(double x, double core) {
            return core;
        }

        @Override
        public double slope(double x, double core) {
            return n.times(core, n.minus(1, core));
        }
    }

    /** {@code tanh(x)}. */
    public record Tanh(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.tanh(x);
        }

        @Override
        public double value(double x, double core) {
            return core;
        }

        @Override
        public double slope(double x, double core) {
            return n.minus(1, n.times(core, core));
        }
    }

    /** {@code max(0, tanh(x))}. */
    public record RectifiedTanh(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.tanh(x);
        }

        @Override
        public double value(double x, double core) {
            return x <= 0 ? 0 : core;
        }

        @Override
        public double slope(double x, double core) {
            return x <= 0 ? 0 : n.minus(1, n.times(core, core));
        }
    }

    /** {@code log(1 + exp(x))}, as {@code max(x, 0) + log1p(u)}; its core is {@code u = exp(-|x|)}. */
    public record Softplus(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.exp(-Math.abs(x));
        }

        @Override
        public double value(double x, double core) {
            return n.plus(Math.max(x, 0), n.log1p(core));
        }

        @Override
        public double slope(double x, double core) {
            double above = n.over(1, n.plus(core, 1));
            return x < 0 ? n.times(core, above) : above;
        }
    }

    /** {@code x} where positive, else {@code alpha (exp(x) - 1)} (Clevert et al. 2016). */
    public record Elu(Arithmetic n, double alpha) implements UnitRule {
        @Override
        public double core(double x) {
            return n.times(n.expm1(x), alpha);
        }

        @Override
        public double value(double x, double core) {
            return x < 0 ? core : x;
        }

        @Override
        public double slope(double x, double core) {
            return x < 0 ? n.plus(core, alpha) : 1;
        }
    }

    /** {@code scale x} where positive, else {@code scale alpha (exp(x) - 1)} (Klambauer et al. 2017). */
    public record Selu(Arithmetic n, double scale, double scaledAlpha) implements UnitRule {
        private static final double SCALE = 1.0507009873554805;
        private static final double ALPHA = 1.6732632423543772;

        public Selu(Arithmetic n) {
            this(n, n.round(SCALE), n.round(SCALE * ALPHA));
        }

        @Override
        public double core(double x) {
            return n.times(n.expm1(x), scaledAlpha);
        }

        @Override
        public double value(double x, double core) {
            return x <= 0 ? core : n.times(x, scale);
        }

        @Override
        public double slope(double x, double core) {
            return x <= 0 ? n.plus(core, scaledAlpha) : scale;
        }
    }

    /** {@code x sigmoid(x)}. */
    public record Swish(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.sigmoid(x);
        }

        @Override
        public double value(double x, double core) {
            return n.times(x, core);
        }

        @Override
        public double slope(double x, double core) {
            return n.fma(n.times(x, core), n.minus(1, core), core);
        }
    }

    /** {@code x Phi(x)} (Hendrycks and Gimpel 2016); its core is {@code Phi(x)}. */
    public record Gelu(Arithmetic n, double peak) implements UnitRule {
        private static final double FAR = 100;

        public Gelu(Arithmetic n) {
            this(n, n.round(1 / Math.sqrt(2 * Math.PI)));
        }

        @Override
        public double core(double x) {
            return n.normal(x);
        }

        @Override
        public double value(double x, double core) {
            return n.times(x, core);
        }

        @Override
        public double slope(double x, double core) {
            double near = Math.max(Math.min(x, FAR), -FAR);
            double density = n.exp(n.times(n.times(near, near), -0.5));
            return n.fma(n.times(near, peak), density, core);
        }
    }

    /** {@code x sigmoid(s (x + c x^3))}, with {@code s = 2 sqrt(2 / pi)}; its core is the sigmoid. */
    public record TanhGelu(Arithmetic n, double cubic, double scale) implements UnitRule {
        private static final double FAR = 100;

        public TanhGelu(Arithmetic n) {
            this(n, n.round(0.044715), n.round(2 * Math.sqrt(2 / Math.PI)));
        }

        @Override
        public double core(double x) {
            return n.sigmoid(n.times(n.times(n.fma(n.times(x, x), cubic, 1), x), scale));
        }

        @Override
        public double value(double x, double core) {
            return n.times(x, core);
        }

        @Override
        public double slope(double x, double core) {
            double near = Math.min(x, FAR);
            double rise = n.times(n.fma(n.times(near, near), n.times(3, cubic), 1), scale);
            return n.fma(n.times(n.times(near, core), n.minus(1, core)), rise, core);
        }
    }

    /** {@code x tanh(softplus(x))} (Misra 2019): with {@code e = exp(x)}, its core, and {@code k = e (e + 2)}, {@code x k / (k + 2)}. */
    public record Mish(Arithmetic n) implements UnitRule {
        private static final double LARGE = 20;

        @Override
        public double core(double x) {
            return n.exp(Math.min(x, LARGE));
        }

        @Override
        public double value(double x, double core) {
            double k = n.times(core, n.plus(core, 2));
            return n.over(n.times(x, k), n.plus(k, 2));
        }

        @Override
        public double slope(double x, double core) {
            double k = n.times(core, n.plus(core, 2));
            double inverse = n.over(1, n.plus(k, 2));
            double rise = n.times(n.times(n.times(n.times(core, n.plus(core, 1)), 4), inverse), inverse);
            return n.fma(rise, x, n.times(k, inverse));
        }
    }
}
