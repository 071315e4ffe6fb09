package nightsweep.experiments.outcome;

/**
 * How well a network's outputs tell the classes of the test examples apart, whatever threshold is chosen.
 *
 * @param roc areas under the receiver operating characteristic: the chance that an example of the class has a higher output
 *     for it than one of another class, ties counting half
 * @param precisionRecall average precision: the mean of the precisions at each threshold, weighted by the recall gained
 */
public record Separation(Areas roc, Areas precisionRecall) {
    /** Where nothing was measured. */
    public static final Separation UNKNOWN = new Separation(Areas.UNKNOWN, Areas.UNKNOWN);
}
