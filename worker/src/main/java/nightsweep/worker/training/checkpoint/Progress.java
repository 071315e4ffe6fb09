package nightsweep.worker.training.checkpoint;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;

/**
 * How far a training is, apart from what its learner has learned.
 *
 * @param epochs those that are finished
 * @param validation after the last of them
 * @param steps taken in the epoch under way
 * @param lossSum of the examples of these steps
 * @param correct of the same examples
 */
public record Progress(
        List<EpochMetrics> epochs, Optional<Evaluation> validation, int steps, double lossSum, int correct) {
    /** Before the first step. */
    public static final Progress START = new Progress(List.of(), Optional.empty(), 0, 0, 0);

    public Progress {
        epochs = List.copyOf(epochs);
    }

    /** The epoch under way, from 0. */
    public int epoch() {
        return epochs.size();
    }
}
