package nightsweep.driver.statistics;

/**
 * How far the mean of measurements strays whose training sets overlap. They are no independent witnesses: folds of one data
 * set share most of what they are trained on, and t-tests that overlook it find differences where there are none. Nadeau and
 * Bengio (2003, Inference for the Generalization Error, 3.3) take for the variance of the mean that of one measurement times
 * {@code 1 / n + tested / trained}; Bouckaert and Frank (2004, Evaluating the Replicability of Significance Tests for
 * Comparing Learning Algorithms) take it over all folds of all repeats. Degrees of freedom stay {@code n - 1}.
 */
final class Overlap {
    private static final double ROUNDING = 1e-9;

    private Overlap() {}

    /**
     * The standard error of a mean.
     *
     * @param n measurements
     * @param deviation the sample's, over {@code n - 1}
     * @param ratio examples tested on for each trained on; 0 where measurements are independent
     */
    static double error(int n, double deviation, double ratio) {
        return ratio == 0 ? deviation / Math.sqrt(n) : deviation * Math.sqrt(1.0 / n + ratio);
    }

    /** How many independent measurements tell as much, rounded down. */
    static int independent(int n, double ratio) {
        return ratio == 0 ? n : (int) Math.floor(1 / (1.0 / n + ratio) + ROUNDING);
    }
}
