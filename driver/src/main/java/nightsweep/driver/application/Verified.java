package nightsweep.driver.application;

import java.util.List;
import nightsweep.experiments.json.FigureDifference;
import nightsweep.experiments.sweep.Trial;

/**
 * What came of training trials of a run anew.
 *
 * @param trials in the order of the plan
 * @param circumstances in which the run and this process differ, in sentences
 */
public record Verified(List<OfTrial> trials, List<String> circumstances) {
    public Verified {
        trials = List.copyOf(trials);
        circumstances = List.copyOf(circumstances);
    }

    /** Whether every figure of every trial has the same bits. */
    public boolean same() {
        return trials.stream().allMatch(one -> one.differences().isEmpty());
    }

    /**
     * One trial.
     *
     * @param figures that were compared
     * @param differences those that the run, first, and this process tell otherwise
     */
    public record OfTrial(Trial trial, int figures, List<FigureDifference> differences) {
        public OfTrial {
            differences = List.copyOf(differences);
        }
    }
}
