package nightsweep.experiments.outcome;

/**
 * How good a network's outputs are as probabilities; each NaN where they are none, or were not kept.
 *
 * @param logLoss the mean of {@code -ln p} of the true class, 0 or more, {@code p} kept 2^-23 away from 0 and 1
 * @param brierScore the mean squared error of the probabilities (Brier 1950): of two classes that of the second one's, 0..1;
 *     of more summed over the classes, 0..2
 * @param calibrationError the mean distance of confidence and accuracy over 15 equally wide bins of confidence, each counting
 *     as often as it has examples (expected calibration error: Guo, Pleiss, Sun and Weinberger, ICML 2017), 0..1
 */
public record ProbabilityScores(double logLoss, double brierScore, double calibrationError) {
    /** Where nothing was measured. */
    public static final ProbabilityScores UNKNOWN = new ProbabilityScores(Double.NaN, Double.NaN, Double.NaN);
}
