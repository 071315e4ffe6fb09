package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.run.outcomes.EarlierOutcomes;
import nightsweep.driver.run.outcomes.KeptData;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.run.outcomes.SharedOutcomes;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.store.KnownTrials;

/** What a run directory leaves to be run. */
public final class OpenTrials {
    private final RunRequest request;
    private final RunDirectory directory;
    private final KeptData data;
    private final Progress progress;
    private final Listener listener;
    private final List<Trial> begun = new ArrayList<>();
    private final List<Trial> fresh = new ArrayList<>();
    private final List<Trial> open = new ArrayList<>();
    private final List<TrialOutcome> aside = new ArrayList<>();
    private final SharedOutcomes equal;
    private final List<TrialOutcome> untidy = new ArrayList<>();
    private final List<TrialOutcome> compared = new ArrayList<>();

    public OpenTrials(
            RunRequest request,
            RunDirectory directory,
            Map<DatasetSpec, Dataset> datasets,
            Progress progress,
            Listener listener) {
        this.request = request;
        this.directory = directory;
        this.data = new KeptData(directory.label(), datasets);
        this.progress = progress;
        this.listener = listener;
        this.equal = new SharedOutcomes(request.plan());
    }

    /**
     * Trials to be run, each in the order of the plan.
     *
     * @param begun those of which the run directory holds something
     * @param fresh those of which it holds nothing
     * @param equal trials that are not to be run, since another is the same computation
     * @param compared outcomes of those that a search compares or learns from
     * @param known what the run directory holds
     */
    public record Found(
            List<Trial> begun,
            List<Trial> fresh,
            SharedOutcomes equal,
            List<TrialOutcome> compared,
            KnownTrials known) {
        public Found {
            compared = List.copyOf(compared);
            begun = List.copyOf(begun);
            fresh = List.copyOf(fresh);
        }

        public int size() {
            return begun.size() + fresh.size();
        }
    }

    /**
     * The trials that have no outcome, and those whose outcome is to be {@linkplain #setAside set aside} so that they
     * run again. Called once. Writes nothing.
     *
     * @throws RunDirectoryException if outcomes are of other data
     */
    public Found find() throws IOException, RunDirectoryException {
        BiFunction<Trial, TrialOutcome.Completed, Merit> merit =
                Summary.merit(request.plan().sweep());
        KnownTrials known = directory.trials().known();
        List<Trial> all =
                request.plan().trials().stream().map(PlannedTrial::trial).toList();
        List<PlannedTrial> trainable = request.plan().trainable();
        List<Kept> kept = new ArrayList<>();
        EarlierOutcomes.of(all, request.plan().sweep().seed(), known)
                .ifPresent(earlier ->
                        listener.note(earlier.describe(directory.label()) + ": their trials are trained anew."));
        ReadAhead.each(
                trainable, KeptOutcomes.reader(directory, known, listener), PlannedTrial::trial, (one, outcome) -> {
                    outcome.ifPresent(found -> data.compare(one.trial(), found));
                    if (outcome.isPresent() && outcome.get() instanceof TrialOutcome.Stopped) {
                        paused(one, outcome.get());
                    } else if (outcome.isPresent() && stands(one.trial(), outcome.get())) {
                        if (known.begun().contains(one.trial().id().text())) {
                            untidy.add(outcome.get());
                        }
                        equal.ended(one.trial(), outcome.get());
                        compare(outcome.get());
                        Kept ended = new Kept(
                                one,
                                outcome.get().end(),
                                outcome.filter(TrialOutcome.Completed.class::isInstance)
                                        .map(found -> merit.apply(one.trial(), (TrialOutcome.Completed) found)));
                        if (equal.has(one.trial())) {
                            kept.add(ended);
                        } else {
                            ended.tell(progress);
                        }
                    } else {
                        outcome.ifPresent(aside::add);
                        open.add(one.trial());
                        equal.open(one.trial());
                    }
                });
        data.refuseIfChanged();
        equal.settle();
        kept.stream().filter(one -> !equal.spokenFor(one.planned().trial())).forEach(one -> one.tell(progress));
        open.stream()
                .filter(trial -> !equal.spokenFor(trial))
                .forEach(trial -> (known.begun(trial.id()) ? begun : fresh).add(trial));
        Found found = new Found(begun, fresh, equal, compared, known);
        tell(trainable.size(), found);
        return found;
    }

    /** A trial that stopped, but may go on: where nothing stops trials any more, it does. */
    private void paused(PlannedTrial one, TrialOutcome outcome) {
        equal.open(one.trial());
        if (request.plan().sweep().stopping().isPresent()) {
            compare(outcome);
            progress.endedBefore(one, outcome.end(), Optional.empty());
        } else {
            open.add(one.trial());
        }
    }

    private void compare(TrialOutcome outcome) {
        if (request.plan().sweep().decides()) {
            compared.add(outcome);
        }
    }

    /** An outcome that stands. */
    private record Kept(PlannedTrial planned, TrialEnd end, Optional<Merit> merit) {
        void tell(Progress progress) {
            progress.endedBefore(planned, end, merit);
        }
    }

    private void tell(int trainable, Found found) {
        int copied = found.equal().waiting().cardinality() + found.equal().due().size();
        int ended = trainable - found.size() - copied;
        if (ended > 0 && request.plan().sweep().stopping().isPresent()) {
            listener.note((ended == 1 ? "1 trial has" : ended + " trials have") + " ended or paused before; "
                    + found.size() + " not begun.");
        } else if (ended > 0) {
            listener.note((ended == 1 ? "1 trial" : ended + " trials") + " ended before; " + found.size()
                    + " still to be run.");
        }
        if (copied > 0) {
            listener.note((copied == 1 ? "1 trial is" : copied + " trials are")
                    + " the same computation as another, which is trained for both; --train-each trains each.");
        }
    }

    /** Takes away what is left of the running of trials that ended: whoever was to do it was killed. */
    public void tidy() throws IOException {
        for (TrialOutcome outcome : untidy) {
            directory.trials().tellNoMore(outcome.id());
            if (!(outcome instanceof TrialOutcome.Failed)) {
                directory.trials().dropCheckpoint(outcome.id());
            }
        }
    }

    /** Sets aside the outcomes of trials that were found but had ended. */
    public void setAside() throws IOException {
        for (TrialOutcome outcome : aside) {
            if (outcome.timing().copyOf().isPresent()) {
                directory.trials().drop(outcome.id());
            } else {
                directory.trials().setAside(outcome);
            }
            directory.folders().clear(outcome.id());
        }
    }

    /** Whether there is nothing more to be done for a trial: of a copy, only while its plan does not train each trial. */
    private boolean stands(Trial trial, TrialOutcome outcome) {
        return !again(outcome) && (outcome.timing().copyOf().isEmpty() || equal.has(trial));
    }

    /**
     * Whether a trial failed for no reason of its own, or for one for which the user wants it run again. Where trials are
     * compared or learnt from, others went on in its place: only the user undoes that.
     */
    private boolean again(TrialOutcome outcome) {
        return outcome instanceof TrialOutcome.Failed failed
                && ((failed.reason() == FailureReason.EXECUTOR_LOST
                                && !request.plan().sweep().decides())
                        || request.again().contains(failed.reason()));
    }
}
