package nightsweep.experiments.network.loss;

/** {@code -(y . p) / (|y| |p|)}; lengths below 1e-5 count as 1e-5, as in DL4J. */
public record CosineProximity() implements ExampleLoss {
    private static final double LEAST_LENGTH = 1e-5;

    @Override
    public double value(double[] p, double[] y) {
        return -product(p, y) / (atLeast(length(p)) * atLeast(length(y)));
    }

    @Override
    public void gradient(double[] p, double[] y, double[] slopes) {
        double length = length(p);
        double product = product(p, y);
        double below = atLeast(length(y)) * atLeast(length) * atLeast(length * length);
        for (int i = 0; i < p.length; i++) {
            slopes[i] = -(y[i] * length * length - p[i] * product) / below;
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double length(double[] a) {
        return Math.sqrt(product(a, a));
    }

    private static double atLeast(double length) {
        return Math.max(LEAST_LENGTH, length);
    }
}
