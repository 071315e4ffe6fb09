package nightsweep.experiments.search.gp;

/** A positive definite matrix as the product of a lower triangle and its transpose. */
final class Cholesky {
    private final double[][] lower;

    /**
     * @param matrix symmetric; its lower half is read
     * @throws ArithmeticException where it is not positive definite
     */
    Cholesky(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j <= i; j++) {
                double[] other = lower[j];
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = sum / other[j];
                } else if (sum > 0) {
                    row[i] = StrictMath.sqrt(sum);
                } else {
                    throw new ArithmeticException("The matrix is not positive definite.");
                }
            }
        }
    }

    /** The x with L x = b. */
    double[] forward(double[] b) {
        double[] x = new double[b.length];
        for (int i = 0; i < x.length; i++) {
            double[] row = lower[i];
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    /** The x with A x = b. */
    double[] solve(double[] b) {
        double[] x = forward(b);
        for (int i = x.length - 1; i >= 0; i--) {
            double[] row = lower[i];
            x[i] /= row[i];
            for (int k = 0; k < i; k++) {
                x[k] -= row[k] * x[i];
            }
        }
        return x;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += StrictMath.log(lower[i][i]);
        }
        return 2 * sum;
    }

    /** The inverse of A, of which the lower half is filled. */
    double[][] inverse() {
        int n = lower.length;
        // Columns of the inverse of L, as rows.
        double[][] columns = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] column = columns[j];
            column[j] = 1 / lower[j][j];
            for (int i = j + 1; i < n; i++) {
                double[] row = lower[i];
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= row[k] * column[k];
                }
                column[i] = sum / row[i];
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double[] a = columns[i];
                double[] b = columns[j];
                double sum = 0;
                for (int k = i; k < n; k++) {
                    sum += a[k] * b[k];
                }
                inverse[i][j] = sum;
            }
        }
        return inverse;
    }
}
