package nightsweep.worker.evaluation;

import java.util.Optional;
import nightsweep.experiments.outcome.Evaluation;

/**
 * A network measured on examples.
 *
 * @param scores what it gave for each; empty where that would be too much to keep
 */
public record Tested(Evaluation evaluation, Optional<TestScores> scores) {}
