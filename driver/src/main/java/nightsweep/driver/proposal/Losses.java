package nightsweep.driver.proposal;

import java.util.function.BiFunction;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** What a search is told of trials: what they are ranked by, turned round where more is better. */
public final class Losses {
    private final BiFunction<Trial, TrialOutcome.Completed, Merit> merit;
    private final boolean turned;

    /** Of a sweep whose configurations are all measured alike, whichever are proposed. */
    Losses(Sweep sweep) {
        this.merit = Summary.merit(sweep);
        this.turned = sweep.objective().goal() == Objective.Goal.MAXIMIZE;
    }

    /** NaN unless completed. */
    double of(Trial trial, TrialOutcome outcome) {
        if (!(outcome instanceof TrialOutcome.Completed completed)) {
            return Double.NaN;
        }
        double objective = merit.apply(trial, completed).objective();
        // One zero, so that equal losses are equal.
        return (turned ? -objective : objective) + 0.0;
    }
}
