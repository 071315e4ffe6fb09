package nightsweep.experiments.outcome;

import java.util.List;

/**
 * What a network's outputs say beyond the one class that each example is taken for.
 *
 * @param topAccuracies the shares of examples whose class is among the 2, 3, ... highest outputs, as far as that is less than
 *     all classes, and up to 5; of equal outputs the later class counts as higher, as in scikit-learn
 */
public record OutputFigures(Separation separation, ProbabilityScores probabilities, List<Double> topAccuracies) {
    /** The most of the highest outputs that are looked at. */
    public static final int MOST_TOP = 5;

    /** Where nothing was measured. */
    public static final OutputFigures UNKNOWN =
            new OutputFigures(Separation.UNKNOWN, ProbabilityScores.UNKNOWN, List.of());

    public OutputFigures {
        topAccuracies = List.copyOf(topAccuracies);
    }

    /** The share of examples whose class is among the {@code top} highest outputs, 2 or more; NaN where it was not measured. */
    public double topAccuracy(int top) {
        return top - 2 < topAccuracies.size() ? topAccuracies.get(top - 2) : Double.NaN;
    }
}
