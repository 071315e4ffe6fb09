package nightsweep.worker.evaluation;

import java.util.List;

/**
 * What a network gave for each example that it was tested on, in their order.
 *
 * @param labels the classes' names, in order
 * @param actual the class of each example
 * @param predicted the class that each was taken for
 * @param scores {@code (examples, classes)}, row by row: how much the network takes the example for the class. Outputs as
 *     they are, which are probabilities where the output layer's activation makes them so; of a single output unit, the
 *     second class's is the output and the first class's what it lacks to the sum of both targets
 */
@SuppressWarnings("ArrayRecordComponent") // one number for each example and class; never compared
public record TestScores(List<String> labels, int[] actual, int[] predicted, float[] scores) {

    /** How many examples there are. */
    public int examples() {
        return actual.length;
    }

    /** How many classes there are. */
    public int classes() {
        return labels.size();
    }

    /** How much the network takes an example for a class. */
    public float score(int example, int label) {
        return scores[example * classes() + label];
    }

    /** How much the network takes an example for what it was taken for. */
    public float confidence(int example) {
        return score(example, predicted[example]);
    }
}
