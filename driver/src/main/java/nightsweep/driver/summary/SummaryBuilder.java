package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.driver.summary.ranking.ControlGroup;
import nightsweep.driver.summary.ranking.Ending;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.Shared;
import nightsweep.driver.summary.ranking.Status;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.summary.ranking.Winner;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import org.jspecify.annotations.Nullable;

/**
 * Takes outcomes one by one, in any order, and keeps of each only what tables need. The summary does not depend on the
 * order of arrival. Not safe for use by several threads.
 */
public final class SummaryBuilder {
    private Sweep sweep;
    private Selection selection;
    private List<Trial> trials;
    private final Map<TrialId, Trial> planned = new LinkedHashMap<>();
    private List<@Nullable Ending> endings;
    private final Shared shared = new Shared();
    private final Arithmetic arithmetic = new Arithmetic();
    private final Set<Integer> control = new LinkedHashSet<>();

    /** No trial has an outcome yet. */
    public SummaryBuilder(Sweep sweep) {
        this.sweep = sweep;
        this.selection = Selection.of(sweep);
        this.trials = sweep.trials();
        this.endings = new ArrayList<>(Collections.nCopies(trials.size(), null));
        trials.forEach(trial -> planned.putIfAbsent(trial.id(), trial));
    }

    /** The sweep with what its search has proposed meanwhile, after what it had, and what its finalists were granted. */
    public void proposed(Sweep now) {
        if (now.configurations().size() == sweep.configurations().size()
                && now.finalists().equals(sweep.finalists())) {
            return;
        }
        if (now.finalists().isPresent()) {
            grown(now);
            return;
        }
        sweep = now;
        selection = Selection.of(now);
        trials = now.trials();
        trials.subList(endings.size(), trials.size()).forEach(trial -> {
            endings.add(null);
            planned.putIfAbsent(trial.id(), trial);
        });
    }

    private void grown(Sweep now) {
        Map<TrialId, Ending> known = new HashMap<>();
        trials.forEach(trial -> {
            Ending ending = endings.get(place(trial));
            if (ending != null) {
                known.put(trial.id(), ending);
            }
        });
        sweep = now;
        selection = Selection.of(now);
        trials = now.trials();
        planned.clear();
        endings = new ArrayList<>();
        trials.forEach(trial -> {
            boolean first = planned.putIfAbsent(trial.id(), trial) == null;
            endings.add(first ? known.get(trial.id()) : null);
        });
    }

    /** Where a trial stands among all. */
    private int place(Trial trial) {
        return sweep.finalists().isEmpty()
                ? trial.number() - 1
                : Collections.binarySearch(trials, trial, Comparator.comparingInt(Trial::number));
    }

    /** What is kept of the outcome of a trial. */
    public static final class Kept {
        private final TrialId id;
        private final Ending ending;
        private final Optional<Provenance> computedBy;

        private Kept(Trial trial, TrialOutcome outcome, Optional<String> ofClass) {
            this.id = trial.id();
            this.ending = Ending.of(trial, outcome, ofClass);
            this.computedBy = outcome instanceof TrialOutcome.Completed completed
                    ? Optional.of(completed.provenance())
                    : Optional.empty();
        }
    }

    /** The trials of the sweep, in the order of the plan. */
    public List<Trial> trials() {
        return trials;
    }

    /** What is to be kept of the outcome of a trial. Any thread may work it out, which is most of the work. */
    public Kept kept(Trial trial, TrialOutcome outcome) {
        return new Kept(trial, outcome, sweep.objective().ofClass());
    }

    /** Adds one outcome; passes over one whose trial is no part of the sweep. */
    public SummaryBuilder add(TrialOutcome outcome) {
        Trial trial = planned.get(outcome.id());
        return trial == null ? this : add(kept(trial, outcome));
    }

    /**
     * Adds what is kept of an outcome; passes over one whose trial is no part of the sweep. Where a trial has several, what
     * says more stands: completed before stopped before diverged before failed, and of two that were not completed the later
     * attempt.
     */
    public SummaryBuilder add(Kept kept) {
        Trial trial = planned.get(kept.id);
        if (trial != null && kept.ending.supersedes(ending(trial))) {
            endings.set(place(trial), kept.ending.sharing(shared));
            kept.computedBy.ifPresent(arithmetic::add);
        }
        return this;
    }

    /** Marks the configurations of some trials as those that fell behind and were trained to the end all the same. */
    public SummaryBuilder control(Set<TrialId> ids) {
        ids.stream()
                .flatMap(id -> Optional.ofNullable(planned.get(id)).stream())
                .forEach(trial -> control.add(trial.configuration().number()));
        return this;
    }

    /** Of the first trial that is the same work. */
    private Ending ending(Trial trial) {
        Trial first = planned.getOrDefault(trial.id(), trial);
        Ending known = endings.get(place(first));
        return known == null ? Ending.NOT_RUN : known;
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
                        .map(trial -> new TrialEnding(trial, marked(trial, ending(trial))))
                        .toList(),
                control);
    }

    private Ending marked(Trial trial, Ending ending) {
        boolean ofControl = ending.status() == Status.COMPLETED
                && control.contains(trial.configuration().number());
        return ofControl ? ending.because(ControlGroup.NAME) : ending;
    }
}
