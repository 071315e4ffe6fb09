package nightsweep.worker.evaluation;

import java.util.Optional;
import nightsweep.experiments.outcome.Evaluation;

/**
 * A network measured on examples.
 *
 * @param scores what it gave for each; empty where that would be too much to keep
 */
public record Tested(Evaluation evaluation, Optional<TestScores> scores) {

    /**
     * The evaluation with what the scores say beyond the class that each example is taken for.
     *
     * @param probabilities whether the scores of an example are the probabilities of its classes
     */
    public Evaluation withOutputs(boolean probabilities) {
        return scores.map(known -> evaluation.with(OutputMeasures.of(known, Curves.of(known), probabilities)))
                .orElse(evaluation);
    }
}
