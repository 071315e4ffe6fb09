package nightsweep.driver.run.models;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.model.Trained;
import nightsweep.worker.store.TrialStore;

/** Makes saved models of the networks that trials left, and lets go of those that nobody wants. */
public final class SavedModels {
    private final RunDirectory directory;
    private final Sweep sweep;
    private final Listener listener;

    public SavedModels(RunDirectory directory, Sweep sweep, Listener listener) {
        this.directory = directory;
        this.sweep = sweep;
        this.listener = listener;
    }

    /** Keeps what is wanted of the networks that are there. What was saved before stays. */
    public void keep(SaveModels wanted, Summary summary) throws IOException, RunDirectoryException {
        Set<TrialId> best = new LinkedHashSet<>();
        summary.brief().bestTrials().stream().map(SweepSummary.BestTrial::id).forEach(best::add);
        Set<String> trained = directory.trials().trained();
        for (Trial trial : trained.isEmpty() ? List.<Trial>of() : sweep.trials()) {
            if (!trained.contains(trial.id().text())) {
                continue;
            }
            boolean save = wanted == SaveModels.ALL || (wanted == SaveModels.BEST && best.contains(trial.id()));
            if (!save || saved(trial)) {
                directory.trials().dropTrained(trial.id());
            }
        }
    }

    /** The trials whose models are to be there when a run has ended: completed ones, since others leave no network. */
    public static Set<TrialId> wanted(SaveModels wanted, Summary summary, RunDirectory directory, Sweep sweep)
            throws IOException {
        Set<TrialId> trials = new LinkedHashSet<>();
        if (wanted == SaveModels.BEST) {
            summary.brief().bestTrials().stream()
                    .map(SweepSummary.BestTrial::id)
                    .forEach(trials::add);
        } else if (wanted == SaveModels.ALL) {
            for (Trial trial : sweep.trials()) {
                if (completed(directory, trial)) {
                    trials.add(trial.id());
                }
            }
        }
        return trials;
    }

    private static boolean completed(RunDirectory directory, Trial trial) throws IOException {
        try {
            return directory.trials().outcome(trial.id()).orElse(null) instanceof TrialOutcome.Completed;
        } catch (OutcomeFileException e) {
            return false;
        }
    }

    /** Whether all that is left of the network is in a saved model, or never was. */
    private boolean saved(Trial trial) throws IOException, RunDirectoryException {
        TrialStore trials = directory.trials();
        Optional<byte[]> network = trials.trained(trial.id());
        Optional<TrialOutcome> outcome = outcome(trial);
        if (network.isEmpty() || outcome.isEmpty()) {
            return network.isEmpty();
        }
        try {
            SavedModel model = new SavedModel(
                    trial,
                    sweep.seed(),
                    Trained.read(network.get()),
                    directory.sweepText(trial.configuration()),
                    OutcomeFile.write(outcome.get()));
            directory.folders().keepModel(trial.id(), ModelFile.write(model));
            return true;
        } catch (ModelException e) {
            listener.warn(e.getMessage() + " Its parameters stay in networks/"
                    + trial.id().text() + ".bin.");
            return false;
        }
    }

    private Optional<TrialOutcome> outcome(Trial trial) throws IOException {
        try {
            return directory.trials().outcome(trial.id());
        } catch (OutcomeFileException e) {
            return Optional.empty();
        }
    }
}
