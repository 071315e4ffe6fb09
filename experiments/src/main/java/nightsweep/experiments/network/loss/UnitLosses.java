package nightsweep.experiments.network.loss;

/** The losses that are sums over output units; their formulas in words stand in {@link nightsweep.experiments.network.LossName}. */
public final class UnitLosses {
    /** Outputs are kept this far from 0 and 1 where binary cross-entropy takes their logarithm. */
    private static final double BINARY_MARGIN = 1e-7;

    /** DL4J's derivative takes outputs above this for this: {@code 1 - 1e-7} in single precision. */
    private static final double BINARY_MOST = (float) (1 - BINARY_MARGIN);

    /** DL4J takes smaller outputs and targets of the Kullback-Leibler divergence for this. */
    private static final double LEAST_PROBABILITY = 1e-5;

    private UnitLosses() {}

    public static ExampleLoss crossEntropy() {
        return new UnitLoss((p, y) -> -y * StrictMath.log(p), (p, y) -> -y / p);
    }

    public static ExampleLoss binaryCrossEntropy() {
        return new UnitLoss(
                (p, y) -> {
                    double q = Math.max(BINARY_MARGIN, Math.min(1 - BINARY_MARGIN, p));
                    return -y * StrictMath.log(q) - (1 - y) * StrictMath.log(1 - q);
                },
                (p, y) -> {
                    double q = Math.max(BINARY_MARGIN, Math.min(BINARY_MOST, p));
                    return (q - y) / (q * (1 - q));
                });
    }

    public static ExampleLoss squaredError() {
        return new UnitLoss((p, y) -> (y - p) * (y - p), (p, y) -> 2 * (p - y));
    }

    public static ExampleLoss halfSquaredError() {
        return new UnitLoss((p, y) -> (y - p) * (y - p) / 2, (p, y) -> p - y);
    }

    public static ExampleLoss absoluteError() {
        return new UnitLoss((p, y) -> Math.abs(y - p), (p, y) -> Math.signum(p - y));
    }

    public static ExampleLoss absolutePercentageError() {
        return new UnitLoss((p, y) -> 100 * Math.abs((y - p) / y), (p, y) -> -100 * Math.signum(y - p) / Math.abs(y));
    }

    public static ExampleLoss squaredLogarithmicError() {
        return new UnitLoss(
                (p, y) -> {
                    double ratio = StrictMath.log((1 + p) / (1 + y));
                    return ratio * ratio;
                },
                (p, y) -> 2 / (1 + p) * StrictMath.log((1 + p) / (1 + y)));
    }

    public static ExampleLoss hinge() {
        return new UnitLoss((p, y) -> Math.max(0, 1 - y * p), (p, y) -> 1 - y * p > 0 ? -y : 0);
    }

    public static ExampleLoss squaredHinge() {
        return new UnitLoss(
                (p, y) -> Math.max(0, 1 - y * p) * Math.max(0, 1 - y * p), (p, y) -> -2 * y * Math.max(0, 1 - y * p));
    }

    public static ExampleLoss klDivergence() {
        return new UnitLoss((p, y) -> probable(y) * StrictMath.log(probable(y) / probable(p)), (p, y) -> -y / p);
    }

    public static ExampleLoss poisson() {
        return new UnitLoss((p, y) -> p - y * StrictMath.log(p), (p, y) -> 1 - y / p);
    }

    public static ExampleLoss wasserstein() {
        return new UnitLoss((p, y) -> y * p, (p, y) -> y);
    }

    private static double probable(double p) {
        return Math.max(LEAST_PROBABILITY, Math.min(1, p));
    }
}
