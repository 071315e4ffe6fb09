package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Takes outcomes one by one, in any order, and keeps of each only what tables need. The summary does not depend on the
 * order of arrival. Not safe for use by several threads.
 */
public final class SummaryBuilder {
    private final Sweep sweep;
    private final Selection selection;
    private final List<Trial> trials;
    private final Map<TrialId, Trial> planned = new LinkedHashMap<>();
    private final Map<TrialId, Ending> endings = new LinkedHashMap<>();
    private final Map<Integer, Leader> leaders = new LinkedHashMap<>();
    private final Arithmetic arithmetic = new Arithmetic();

    /** The best trial so far of those that are ranked against each other: the only one that is kept in full. */
    private record Leader(Trial trial, double value, TrialOutcome.Completed outcome) {}

    /** No trial has an outcome yet. */
    public SummaryBuilder(Sweep sweep) {
        this.sweep = sweep;
        this.selection = Selection.of(sweep);
        this.trials = sweep.trials();
        trials.forEach(trial -> planned.putIfAbsent(trial.id(), trial));
    }

    /**
     * Adds one outcome; passes over one whose trial is no part of the sweep. Where a trial has several, what says more
     * stands: completed before diverged before failed, and of two that were not completed the later attempt.
     */
    public SummaryBuilder add(TrialOutcome outcome) {
        Trial trial = planned.get(outcome.id());
        if (trial == null) {
            return this;
        }
        Ending ending = Ending.of(trial, outcome);
        Ending known = endings.getOrDefault(outcome.id(), Ending.NOT_RUN);
        if (ending.supersedes(known)) {
            endings.put(outcome.id(), ending);
            if (outcome instanceof TrialOutcome.Completed completed) {
                arithmetic.add(completed.provenance());
                lead(new TrialEnding(trial, ending), completed);
            }
        }
        return this;
    }

    private void lead(TrialEnding trial, TrialOutcome.Completed outcome) {
        double value = selection.value(trial);
        if (!Double.isFinite(value)) {
            return;
        }
        leaders.merge(
                selection.group(trial.configuration()),
                new Leader(trial.trial(), value, outcome),
                (old, fresh) -> better(fresh, old) ? fresh : old);
    }

    private boolean better(Leader fresh, Leader old) {
        return selection.objective().goal().better(fresh.value, old.value)
                || (fresh.value == old.value && fresh.trial.number() < old.trial.number());
    }

    /** What has come of the sweep so far, by outcomes alone. */
    public Summary build() {
        return build(TestPredictions.none());
    }

    /** What has come of the sweep so far; asks for the predictions of the best and of those compared with it. */
    public Summary build(TestPredictions predictions) {
        List<TrialEnding> all = trials.stream()
                .map(trial -> new TrialEnding(trial, endings.getOrDefault(trial.id(), Ending.NOT_RUN)))
                .toList();
        List<BestTrial> best = new ArrayList<>();
        for (int group = 0; group < selection.groups().size(); group++) {
            Leader leader = leaders.get(group);
            if (leader != null) {
                best.add(new BestTrial(leader.trial, leader.value, leader.outcome));
            }
        }
        return new Summary(new Endings(sweep, selection, all), best, predictions, arithmetic.note());
    }
}
