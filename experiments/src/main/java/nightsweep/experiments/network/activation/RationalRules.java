package nightsweep.experiments.network.activation;

import nightsweep.experiments.maths.Arithmetic;

/** Activations made of sums, products and quotients. */
public final class RationalRules {
    private RationalRules() {}

    /**
     * {@code 1.7159 sign(x) (1 - 1 / a)}, {@code a = 1 + y + y^2 + 1.41645 y^4}, {@code y = |2x / 3|}; its core is
     * {@code a - 1}. An approximation of {@code 1.7159 tanh(2x / 3)}.
     */
    public record RationalTanh(Arithmetic n, double scale, double quartic, double twoThirds) implements UnitRule {

        public RationalTanh(Arithmetic n) {
            this(n, n.round(1.7159), n.round(1.41645), n.round(2.0 / 3));
        }

        @Override
        public double core(double x) {
            double y = n.times(Math.abs(x), twoThirds);
            double end = n.fma(n.times(y, y), quartic, 1);
            return n.times(n.fma(end, y, 1), y);
        }

        @Override
        public double value(double x, double core) {
            double size = n.times(n.over(core, n.plus(core, 1)), scale);
            return x < 0 ? -size : size;
        }

        @Override
        public double slope(double x, double core) {
            double y = n.times(Math.abs(x), twoThirds);
            double a = n.plus(core, 1);
            double rise = n.fma(n.times(n.fma(n.times(y, y), 2 * quartic, 1), y), 2, 1);
            return n.over(n.times(rise, n.over(2 * scale, 3)), n.times(a, a));
        }
    }

    /** {@code x / (1 + |x|)}. */
    public record Softsign(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.over(1, n.plus(Math.abs(x), 1));
        }

        @Override
        public double value(double x, double core) {
            return n.times(x, core);
        }

        @Override
        public double slope(double x, double core) {
            return n.times(core, core);
        }
    }

    /** {@code x^3}. */
    public record Cube(Arithmetic n) implements UnitRule {
        @Override
        public double core(double x) {
            return n.times(x, x);
        }

        @Override
        public double value(double x, double core) {
            return n.times(x, core);
        }

        @Override
        public double slope(double x, double core) {
            return n.times(core, 3);
        }
    }
}
