package nightsweep.driver.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.cli.Console;
import nightsweep.driver.cli.RunRequest;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.store.KnownTrials;

/** What a run directory leaves to be run. */
final class OpenTrials {
    private final RunRequest request;
    private final RunDirectory directory;
    private final KeptData data;
    private final Progress progress;
    private final Console console;
    private final List<Trial> begun = new ArrayList<>();
    private final List<Trial> fresh = new ArrayList<>();
    private final List<TrialOutcome> aside = new ArrayList<>();

    OpenTrials(
            RunRequest request,
            RunDirectory directory,
            Map<DatasetSpec, Dataset> datasets,
            Progress progress,
            Console console) {
        this.request = request;
        this.directory = directory;
        this.data = new KeptData(directory.label(), datasets);
        this.progress = progress;
        this.console = console;
    }

    /**
     * The trials that have no outcome, and those whose outcome is to be {@linkplain #setAside set aside} so that they
     * run again: those that had begun first, each in the order of the plan. Called once. Writes nothing.
     *
     * @throws RunDirectoryException if outcomes are of other data
     */
    List<Trial> find() throws IOException, RunDirectoryException {
        ToDoubleFunction<TrialOutcome> objective =
                Summary.objective(request.plan().sweep());
        KnownTrials known = directory.trials().known();
        EarlierOutcomes.of(request.plan().sweep(), known)
                .ifPresent(earlier ->
                        console.note(earlier.describe(directory.label()) + ": their trials are trained anew."));
        ReadAhead.each(
                request.plan().trainable(),
                KeptOutcomes.reader(directory, known, console),
                PlannedTrial::trial,
                (one, outcome) -> {
                    outcome.ifPresent(kept -> data.compare(one.trial(), kept));
                    if (outcome.isPresent() && !again(outcome.get())) {
                        double figure = objective.applyAsDouble(outcome.get());
                        progress.endedBefore(one, outcome.get().label(), figure);
                    } else {
                        outcome.ifPresent(aside::add);
                        (known.begun(one.trial().id()) ? begun : fresh).add(one.trial());
                    }
                });
        data.refuseIfChanged();
        List<Trial> open = new ArrayList<>(begun);
        open.addAll(fresh);
        int ended = request.plan().trainable().size() - open.size();
        if (ended > 0) {
            console.note((ended == 1 ? "1 trial" : ended + " trials") + " ended before; " + open.size()
                    + " still to be run.");
        }
        return List.copyOf(open);
    }

    /** Sets aside the outcomes of trials that were found but had ended. */
    void setAside() throws IOException {
        for (TrialOutcome outcome : aside) {
            directory.trials().setAside(outcome);
            directory.folders().clear(outcome.id());
        }
    }

    /** Whether a trial failed for no reason of its own, or for one for which the user wants it run again. */
    private boolean again(TrialOutcome outcome) {
        return outcome instanceof TrialOutcome.Failed failed
                && (failed.reason() == FailureReason.EXECUTOR_LOST
                        || request.again().contains(failed.reason()));
    }
}
