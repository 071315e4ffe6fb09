package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.run.outcomes.ArchivedFiles;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.tensorboard.EventFiles;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Makes what people read of single trials, folders and event files, from the two files that each left. What stands there
 * already is made anew as well, and goes where its trial has no outcome any more: nothing tells of an outcome that is not.
 */
final class ReadableFiles {
    private static final String EVENTS = "tensorboard";

    private final RunDirectory directory;
    private final Sweep sweep;
    private final List<Trial> trials;
    private final Listener listener;

    /** @param trials all of the sweep */
    ReadableFiles(RunDirectory directory, Sweep sweep, List<Trial> trials, Listener listener) {
        this.directory = directory;
        this.sweep = sweep;
        this.trials = trials;
        this.listener = listener;
    }

    /** @param reader of outcomes, as the summary was made of them */
    void write(
            ShownTrials shown,
            TrialChoice wanted,
            Summary summary,
            ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader)
            throws IOException {
        Wanted folders =
                new Wanted(ids(shown.withFolder(summary)), directory.folders().standing(), wanted);
        Wanted events = new Wanted(ids(shown.withEvents()), directory.names(EVENTS), wanted);
        List<Trial> concerned = trials.stream()
                .filter(trial -> folders.concern(trial) || events.concern(trial))
                .toList();
        int[] made = {0};
        ReadAhead.each(concerned, trial -> one(trial, reader.read(trial), folders, events), (trial, folder) -> {
            made[0] += folder ? 1 : 0;
        });
        directory.write(EVENTS + "/" + EventFiles.NAME, EventFiles.of(sweep));
        if (made[0] < shown.ended()) {
            listener.note(String.format(
                    "%,d of %,d trials have a folder in trials: the best, and the first that were not completed. For others:"
                            + " nightsweep report %s --trials ID, or all.",
                    made[0], shown.ended(), directory.label()));
        }
    }

    /** Returns whether the trial has a folder now. */
    private boolean one(Trial trial, Optional<TrialOutcome> outcome, Wanted folders, Wanted events) throws IOException {
        String eventFile = EVENTS + "/" + trial.id().text() + "/" + EventFiles.NAME;
        if (outcome.isEmpty()) {
            directory.folders().clear(trial.id());
            directory.delete(eventFile);
            return false;
        }
        if (events.concern(trial)) {
            directory.write(eventFile, EventFiles.of(trial, outcome.get()));
        }
        boolean folder = folders.wanted(trial)
                || (folders.concern(trial) && directory.folders().made(trial.id()));
        if (folder) {
            directory
                    .folders()
                    .make(
                            trial.id(),
                            TrialTables.of(
                                    trial, outcome.get(), ArchivedFiles.of(directory.trials(), trial.id(), listener)));
        }
        return folder;
    }

    private static Set<String> ids(Set<TrialId> trials) {
        return trials.stream().map(TrialId::text).collect(Collectors.toSet());
    }

    /**
     * The trials that have files of one kind.
     *
     * @param usual ids of those that have them anyway
     * @param standing ids of those that may have them from before
     */
    private record Wanted(Set<String> usual, Set<String> standing, TrialChoice choice) {
        boolean wanted(Trial trial) {
            return usual.contains(trial.id().text()) || choice.names(trial);
        }

        boolean concern(Trial trial) {
            return wanted(trial) || standing.contains(trial.id().text());
        }
    }
}
