package nightsweep.experiments.network.activation;

import nightsweep.experiments.maths.Arithmetic;

/** Activations made of straight lines; their core is {@code x}. Comparisons are such that NaN stays NaN. */
public final class LinearRules {
    private LinearRules() {}

    /** A rule whose value and slope have nothing in common. */
    private interface Straight extends UnitRule {
        @Override
        default double core(double x) {
            return x;
        }
    }

    /** {@code x}. */
    public record Identity() implements Straight {
        @Override
        public double value(double x, double core) {
            return x;
        }

        @Override
        public double slope(double x, double core) {
            return 1;
        }
    }

    /** {@code max(0, x)}. */
    public record Relu() implements Straight {
        @Override
        public double value(double x, double core) {
            return x <= 0 ? 0 : x;
        }

        @Override
        public double slope(double x, double core) {
            return x > 0 ? 1 : 0;
        }
    }

    /** {@code min(max(0, x), 6)}. */
    public record Relu6() implements Straight {
        @Override
        public double value(double x, double core) {
            return x >= 6 ? 6 : x <= 0 ? 0 : x;
        }

        @Override
        public double slope(double x, double core) {
            return x >= 6 ? 0 : x > 0 ? 1 : 0;
        }
    }

    /** {@code x} where positive, else {@code slope * x}. */
    public record LeakyRelu(Arithmetic n, double slope) implements Straight {
        @Override
        public double value(double x, double core) {
            return x < 0 ? n.times(x, slope) : x;
        }

        @Override
        public double slope(double x, double core) {
            return x < 0 ? slope : 1;
        }
    }

    /** {@code x} above {@code threshold}, else 0. */
    public record ThresholdedRelu(double threshold) implements Straight {
        @Override
        public double value(double x, double core) {
            return x <= threshold ? 0 : x;
        }

        @Override
        public double slope(double x, double core) {
            return x > threshold ? 1 : 0;
        }
    }

    /** {@code min(1, max(0, slope * x + 0.5))}. */
    public record HardSigmoid(Arithmetic n, double slope) implements Straight {
        @Override
        public double value(double x, double core) {
            double line = n.fma(x, slope, 0.5);
            return line >= 1 ? 1 : line <= 0 ? 0 : line;
        }

        @Override
        public double slope(double x, double core) {
            return Math.abs(n.times(x, slope)) > 0.5 ? 0 : slope;
        }
    }

    /** {@code min(1, max(-1, x))}. */
    public record HardTanh() implements Straight {
        @Override
        public double value(double x, double core) {
            return x > 1 ? 1 : x < -1 ? -1 : x;
        }

        @Override
        public double slope(double x, double core) {
            return Math.abs(x) > 1 ? 0 : 1;
        }
    }
}
