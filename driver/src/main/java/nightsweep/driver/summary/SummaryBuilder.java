package nightsweep.driver.summary;

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
    private final Arithmetic arithmetic = new Arithmetic();

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
            }
        }
        return this;
    }

    /**
     * The trials that stand for the best of what has come of the sweep so far, one for each group that is ranked by
     * itself: the best of the configuration that is ranked first.
     */
    public List<Trial> best() {
        return Winner.of(endings()).stream()
                .map(winner -> winner.trial().trial())
                .toList();
    }

    /** What has come of the sweep so far, by what was kept of the outcomes alone. */
    public Summary build() {
        return build(List.of(), TestPredictions.none());
    }

    /**
     * What has come of the sweep so far; asks for the predictions of the best and of those compared with it.
     *
     * @param best the outcomes of {@link #best}, of which more is told than of others
     */
    public Summary build(List<? extends TrialOutcome> best, TestPredictions predictions) {
        return new Summary(endings(), best, predictions, arithmetic.note());
    }

    private Endings endings() {
        return new Endings(
                sweep,
                selection,
                trials.stream()
                        .map(trial -> new TrialEnding(trial, endings.getOrDefault(trial.id(), Ending.NOT_RUN)))
                        .toList());
    }
}
