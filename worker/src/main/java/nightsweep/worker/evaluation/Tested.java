package nightsweep.worker.evaluation;

import java.util.Optional;
import nightsweep.experiments.outcome.Evaluation;

/**
 * A network measured on examples.
 *
 * @param scores what it gave for each; empty where that would be too much to keep, and where a number is predicted
 * @param numbers that it gave for each; empty where there are classes
 */
public record Tested(Evaluation evaluation, Optional<TestScores> scores, Optional<NumberAnswers> numbers) {

    /** Of classes. */
    public Tested(Evaluation evaluation, Optional<TestScores> scores) {
        this(evaluation, scores, Optional.empty());
    }

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
