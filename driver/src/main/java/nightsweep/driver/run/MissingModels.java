package nightsweep.driver.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;

/**
 * Saved models that are asked for and are not there, since nobody asked for them when their trials ran, or since they were
 * deleted or damaged. Their trials are trained again in this process, which gives the same networks; outcomes stay as they are.
 */
final class MissingModels {
    private final RunDirectory directory;
    private final Sweep sweep;
    private final Lease lease;
    private final Map<DatasetSpec, Dataset> datasets;
    private final Listener listener;

    MissingModels(
            RunDirectory directory, Sweep sweep, Lease lease, Map<DatasetSpec, Dataset> datasets, Listener listener) {
        this.directory = directory;
        this.sweep = sweep;
        this.lease = lease;
        this.datasets = datasets;
        this.listener = listener;
    }

    /** What is wrong with the saved model of a trial; empty where nothing is. */
    static Optional<String> fault(RunDirectory directory, TrialId id) throws IOException {
        Optional<byte[]> zip = directory.folders().modelBytes(id);
        if (zip.isEmpty()) {
            return Optional.of("There is no trials/" + id.text() + "/model.zip.");
        }
        try {
            ModelFile.check(zip.get(), "trials/" + id.text() + "/model.zip");
            return Optional.empty();
        } catch (ModelException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Those of {@code wanted} that are missing, in the order of the plan; each that is damaged is told. */
    List<Trial> among(Set<TrialId> wanted) throws IOException {
        Set<String> networks = directory.trials().trained();
        List<Trial> missing = new ArrayList<>();
        for (Trial trial : sweep.trials()) {
            if (!wanted.contains(trial.id()) || networks.contains(trial.id().text())) {
                continue;
            }
            Optional<String> fault = fault(directory, trial.id());
            if (fault.isPresent()) {
                missing.add(trial);
                if (directory.folders().model(trial.id()).isPresent()) {
                    listener.warn(fault.get());
                }
            }
        }
        return missing;
    }

    /** Trains trials again and saves their models. */
    void makeAgain(List<Trial> missing) throws IOException, RunDirectoryException, InterruptedException {
        if (missing.isEmpty()) {
            return;
        }
        listener.note((missing.size() == 1
                        ? "1 model that is asked for is not there: its trial is trained again in this process."
                        : missing.size() + " models that are asked for are not there: their trials are trained again in"
                                + " this process, one after another.")
                + before(missing));
        TrialRunner runner = new TrialRunner(Engines.standard(), Origin.here(""), InstantSource.system());
        int made = 0;
        for (Trial trial : missing) {
            lease.check();
            if (made(trial, runner)) {
                made++;
            }
        }
        listener.note("Models made again: " + made + " of " + missing.size() + ".");
    }

    /** How long their trials took when they were run: about what lies ahead. */
    private String before(List<Trial> missing) throws IOException {
        double millis = 0;
        for (Trial trial : missing) {
            millis += outcome(trial)
                    .map(kept -> (double) kept.timing().totalMillis())
                    .orElse(0.0);
        }
        return " They took " + TimeSpan.text(millis) + " before.";
    }

    private boolean made(Trial trial, TrialRunner runner)
            throws IOException, RunDirectoryException, InterruptedException {
        Dataset dataset = datasets.get(trial.configuration().dataset());
        Optional<TrialOutcome> kept = outcome(trial);
        if (dataset == null || kept.isEmpty() || !(kept.get() instanceof TrialOutcome.Completed before)) {
            return false;
        }
        TrialRunner.Attempt attempt =
                runner.attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE);
        TrialOutcome now = attempt.outcome();
        if (!(now instanceof TrialOutcome.Completed again) || attempt.trained().isEmpty()) {
            listener.warn("Trial " + trial.id() + " was completed before, but " + now.label()
                    + " when it was trained again: its model is missing.");
            return false;
        }
        if (!again.test().equals(before.test())) {
            listener.warn("Trial " + trial.id() + ", trained again on this machine, has the test accuracy "
                    + again.test().confusion().accuracy() + ", not "
                    + before.test().confusion().accuracy()
                    + " as in the tables: its model is of the new training.");
        }
        try {
            SavedModel model = new SavedModel(
                    trial,
                    sweep.seed(),
                    attempt.trained().get(),
                    directory.sweepText(),
                    OutcomeFile.write(again.test().equals(before.test()) ? before : again));
            directory.folders().keepModel(trial.id(), ModelFile.write(model));
            return true;
        } catch (ModelException e) {
            listener.warn(String.valueOf(e.getMessage()));
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
