package nightsweep.driver.summary.ranking;

import java.util.Comparator;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Trial;

/**
 * What puts the trials of a configuration, or any that are ranked together, into one order.
 *
 * @param objective NaN where it is not known
 * @param loss on validation examples, or where there are none on test examples
 * @param trial its number
 */
public record Merit(double objective, double loss, int trial) {

    public static Merit of(TrialEnding trial, Selection selection) {
        double validated = trial.validation().loss();
        return new Merit(
                selection.value(trial),
                Double.isNaN(validated) ? trial.test().loss() : validated,
                trial.trial().number());
    }

    public static Merit of(Trial trial, TrialOutcome.Completed outcome, Selection selection) {
        double loss = outcome.validation().orElse(outcome.test()).loss();
        return new Merit(selection.figure(outcome), loss, trial.number());
    }

    /** The best objective first, of equal ones the least loss, of equal ones again the first of the plan. */
    public static Comparator<Merit> bestFirst(Objective.Goal goal) {
        Comparator<Merit> byObjective =
                (a, b) -> goal.better(a.objective, b.objective) ? -1 : goal.better(b.objective, a.objective) ? 1 : 0;
        return byObjective.thenComparingDouble(Merit::loss).thenComparingInt(Merit::trial);
    }
}
