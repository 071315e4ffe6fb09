package nightsweep.experiments.search.gp;

import java.util.Arrays;

/**
 * The most probable kernel for some figures. Length scales have the prior of Hvarfner, Hellsten and Nardi (Vanilla Bayesian
 * Optimization Performs Great in High Dimensions, ICML 2024), which grows with the square root of the number of axes; noise
 * has theirs too.
 */
final class Fit {
    private static final double LENGTH_DEVIATION = StrictMath.sqrt(3);
    private static final double NOISE_MEAN = -4;
    private static final double NOISE_DEVIATION = 1;
    private static final double LEAST_LOG_NOISE = StrictMath.log(1e-6);
    private static final int ITERATIONS = 25;

    private final double[] figures;
    /** By axis, then by the pair of points i > j at i (i - 1) / 2 + j. */
    private final double[][] squared;

    private final double lengthMean;

    Fit(Coordinates coordinates, double[][] points, double[] figures) {
        this.figures = figures;
        int axes = coordinates.dimensions();
        this.lengthMean = StrictMath.sqrt(2) + StrictMath.log(Math.max(1, axes)) / 2;
        this.squared = new double[axes][points.length * (points.length - 1) / 2];
        for (int axis = 0; axis < axes; axis++) {
            int pair = 0;
            for (int i = 0; i < points.length; i++) {
                for (int j = 0; j < i; j++) {
                    squared[axis][pair++] = coordinates.squared(axis, points[i][axis], points[j][axis]);
                }
            }
        }
    }

    /** The most probable kernel of figures with mean 0 and deviation 1. */
    static Matern of(Coordinates coordinates, double[][] points, double[] figures) {
        Fit fit = new Fit(coordinates, points, figures);
        double[] start = new double[coordinates.dimensions() + 1];
        Arrays.fill(start, 0);
        start[start.length - 1] = NOISE_MEAN;
        return kernel(Descent.bottom(fit::improbability, start, ITERATIONS));
    }

    private static Matern kernel(double[] logs) {
        double[] lengths = new double[logs.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = StrictMath.exp(logs[i]);
        }
        return new Matern(lengths, StrictMath.exp(Math.max(LEAST_LOG_NOISE, logs[lengths.length])));
    }

    /** The negative logarithm of the posterior density, but for a constant. */
    Descent.Value improbability(double[] logs) {
        int n = figures.length;
        int axes = squared.length;
        Matern kernel = kernel(logs);
        double[][] matrix = new double[n][n];
        double[] distances = distances(kernel);
        int pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = Matern.of(distances[pair++]);
            }
            matrix[i][i] = 1 + kernel.noise();
        }
        Cholesky cholesky;
        try {
            cholesky = new Cholesky(matrix);
        } catch (ArithmeticException e) {
            return new Descent.Value(Double.POSITIVE_INFINITY, new double[logs.length]);
        }
        double[] weights = cholesky.solve(figures);
        double value = cholesky.logDeterminant() / 2;
        for (int i = 0; i < n; i++) {
            value += figures[i] * weights[i] / 2;
        }
        double[] gradient = new double[logs.length];
        double[][] inverse = cholesky.inverse();
        pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                // Twice a half: the matrix is symmetric.
                double common = (inverse[i][j] - weights[i] * weights[j]) * Matern.slope(distances[pair]);
                for (int axis = 0; axis < axes; axis++) {
                    gradient[axis] += common * squared[axis][pair];
                }
                pair++;
            }
            gradient[axes] += (inverse[i][i] - weights[i] * weights[i]) / 2;
        }
        for (int axis = 0; axis < axes; axis++) {
            double away = (logs[axis] - lengthMean) / LENGTH_DEVIATION;
            value += away * away / 2;
            gradient[axis] =
                    gradient[axis] / (kernel.lengths()[axis] * kernel.lengths()[axis]) + away / LENGTH_DEVIATION;
        }
        double away = (logs[axes] - NOISE_MEAN) / NOISE_DEVIATION;
        value += away * away / 2;
        gradient[axes] = (logs[axes] > LEAST_LOG_NOISE ? gradient[axes] * kernel.noise() : 0) + away / NOISE_DEVIATION;
        return new Descent.Value(value, gradient);
    }

    private double[] distances(Matern kernel) {
        double[] distances = new double[figures.length * (figures.length - 1) / 2];
        for (int axis = 0; axis < squared.length; axis++) {
            double length = kernel.lengths()[axis];
            double factor = 1 / (length * length);
            for (int pair = 0; pair < distances.length; pair++) {
                distances[pair] += factor * squared[axis][pair];
            }
        }
        return distances;
    }
}
