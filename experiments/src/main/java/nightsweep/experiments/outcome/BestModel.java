package nightsweep.experiments.outcome;

import java.util.Optional;

/**
 * A trial that none is better than, and what it left.
 *
 * @param measuredOn where the objective was measured: {@code validation} or {@code test}
 * @param folder of the trial
 * @param model the saved model; empty where there is none
 */
public record BestModel(
        SweepSummary.BestTrial trial,
        String metric,
        String measuredOn,
        Evaluation test,
        String folder,
        Optional<String> model) {}
