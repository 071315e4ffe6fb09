package nightsweep.experiments.search.gp;

/** A Gaussian process that has seen some figures. */
final class Posterior {
    private final Coordinates coordinates;
    private final Matern kernel;
    private final double[][] points;
    private final Cholesky cholesky;
    private final double[] weights;

    /** @throws ArithmeticException where rounding keeps it from being worked out */
    Posterior(Coordinates coordinates, Matern kernel, double[][] points, double[] figures) {
        this.coordinates = coordinates;
        this.kernel = kernel;
        this.points = points;
        double[][] matrix = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = kernel.between(coordinates, points[i], points[j]);
            }
            matrix[i][i] = 1 + kernel.noise();
        }
        this.cholesky = new Cholesky(matrix);
        this.weights = cholesky.solve(figures);
    }

    /** What is expected at a point, without noise. */
    record Belief(double mean, double deviation) {}

    Belief at(double[] point) {
        double[] near = near(point);
        double[] solved = cholesky.forward(near);
        double variance = 1;
        for (double one : solved) {
            variance -= one * one;
        }
        return new Belief(dot(near), StrictMath.sqrt(Math.max(1e-12, variance)));
    }

    double mean(double[] point) {
        return dot(near(point));
    }

    private double[] near(double[] point) {
        double[] near = new double[points.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = kernel.between(coordinates, points[i], point);
        }
        return near;
    }

    private double dot(double[] near) {
        double sum = 0;
        for (int i = 0; i < near.length; i++) {
            sum += near[i] * weights[i];
        }
        return sum;
    }
}
