package nightsweep.worker.store;

import java.util.Set;
import nightsweep.experiments.sweep.TrialId;

/**
 * The trials of which anything is kept.
 *
 * @param ended ids of those with an outcome
 * @param begun ids of those with a checkpoint, of which something was told, or whose outcome was set aside
 */
public record KnownTrials(Set<String> ended, Set<String> begun) {
    /** Whether a trial has an outcome, be it a damaged one. */
    public boolean ended(TrialId id) {
        return ended.contains(id.text());
    }

    /** Whether a trial was begun, ended or not. */
    public boolean begun(TrialId id) {
        return ended(id) || begun.contains(id.text());
    }
}
