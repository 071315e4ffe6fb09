package nightsweep.experiments.search.gp;

/**
 * The Matérn kernel of smoothness 5/2 with a length scale an axis and variance 1 (Rasmussen and Williams, Gaussian Processes
 * for Machine Learning, 2006, equation 4.17).
 *
 * @param lengths an axis
 * @param noise variance that every figure has of its own
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Matern(double[] lengths, double noise) {
    private static final double ROOT_FIVE = StrictMath.sqrt(5);

    /** Of two points at this distance in length scales, squared. */
    static double of(double squared) {
        double r = ROOT_FIVE * StrictMath.sqrt(squared);
        return (1 + r + r * r / 3) * StrictMath.exp(-r);
    }

    /** What its slope by the logarithm of a length has in common for all axes: it is this times the axis's part of the squared distance. */
    static double slope(double squared) {
        double r = ROOT_FIVE * StrictMath.sqrt(squared);
        return 5.0 / 3 * (1 + r) * StrictMath.exp(-r);
    }

    /** Of two points. */
    double between(Coordinates coordinates, double[] a, double[] b) {
        double squared = 0;
        for (int i = 0; i < lengths.length; i++) {
            squared += coordinates.squared(i, a[i], b[i]) / (lengths[i] * lengths[i]);
        }
        return of(squared);
    }
}
