package nightsweep.driver.json;

import java.util.Optional;
import nightsweep.experiments.outcome.Evaluation;

/**
 * The trial that stands for the best configuration, and what it left.
 *
 * @param configuration its own, which none has a better mean than
 * @param measuredOn where the objective was measured: {@code validation} or {@code test}
 * @param folder of the trial
 * @param model the saved model; empty where there is none
 */
public record BestModel(
        SweepSummary.BestTrial trial,
        SweepSummary.BestConfiguration configuration,
        String metric,
        String measuredOn,
        Evaluation test,
        String folder,
        Optional<String> model) {}
