package nightsweep.driver.run.models;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
public final class MissingModels {
    private final RunDirectory directory;
    private final Sweep sweep;
    private final Lease lease;
    private final Map<DatasetSpec, Dataset> datasets;
    private final Listener listener;

    public MissingModels(
            RunDirectory directory, Sweep sweep, Lease lease, Map<DatasetSpec, Dataset> datasets, Listener listener) {
        this.directory = directory;
        this.sweep = sweep;
        this.lease = lease;
        this.datasets = datasets;
        this.listener = listener;
    }

    /** What is wrong with the saved model of a trial; empty where nothing is. */
    public static Optional<String> fault(RunDirectory directory, TrialId id) throws IOException {
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
    public List<Trial> among(Set<TrialId> wanted) throws IOException {
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

    /** Trains trials again, as many at once as there are processors, and saves their models. */
    public void makeAgain(List<Trial> missing) throws IOException, RunDirectoryException, InterruptedException {
        if (missing.isEmpty()) {
            return;
        }
        int together = Math.min(missing.size(), Runtime.getRuntime().availableProcessors());
        listener.note((missing.size() == 1
                        ? "1 model that is asked for is not there: its trial is trained again in this process."
                        : missing.size() + " models that are asked for are not there: their trials are trained again in"
                                + " this process, " + (together == 1 ? "one after another." : together + " at a time."))
                + before(missing));
        TrialRunner runner = new TrialRunner(Engines.standard(), Origin.here(""), InstantSource.system());
        ExecutorService threads = Executors.newFixedThreadPool(together, MissingModels::thread);
        try {
            List<Future<Made>> all = new ArrayList<>();
            missing.forEach(trial -> all.add(threads.submit(() -> make(trial, runner))));
            int made = 0;
            for (Future<Made> one : all) {
                Made result = result(one);
                result.warnings().forEach(listener::warn);
                made += result.model() ? 1 : 0;
            }
            listener.note("Models made again: " + made + " of " + missing.size() + ".");
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "models");
        thread.setDaemon(true);
        return thread;
    }

    private static Made result(Future<Made> one) throws IOException, RunDirectoryException, InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unwritten) {
                throw unwritten;
            }
            if (e.getCause() instanceof RunDirectoryException lost) {
                throw lost;
            }
            throw new IllegalStateException("A model was not made again", e.getCause());
        }
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

    private Made make(Trial trial, TrialRunner runner) throws IOException, RunDirectoryException, InterruptedException {
        lease.check();
        Dataset dataset = datasets.get(trial.dataset());
        Optional<TrialOutcome> kept = outcome(trial);
        if (dataset == null || kept.isEmpty() || !(kept.get() instanceof TrialOutcome.Completed before)) {
            return new Made(false, List.of());
        }
        TrialRunner.Attempt attempt =
                runner.attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE);
        TrialOutcome now = attempt.outcome();
        if (!(now instanceof TrialOutcome.Completed again) || attempt.trained().isEmpty()) {
            return new Made(
                    false,
                    List.of("Trial " + trial.id() + " was completed before, but " + now.label()
                            + " when it was trained again: its model is missing."));
        }
        boolean same = again.test().equals(before.test());
        List<String> warnings = new ArrayList<>();
        if (!same) {
            warnings.add("Trial " + trial.id() + ", trained again on this machine, has the test "
                    + again.test().chief(Double::toString) + ", not "
                    + before.test().chief(Double::toString)
                    + " as in the tables: its model is of the new training.");
        }
        try {
            SavedModel model = new SavedModel(
                    trial,
                    sweep.seed(),
                    attempt.trained().get(),
                    directory.sweepText(trial.configuration()),
                    OutcomeFile.write(same ? before : again));
            directory.folders().keepModel(trial.id(), ModelFile.write(model));
            return new Made(true, warnings);
        } catch (ModelException e) {
            warnings.add(String.valueOf(e.getMessage()));
            return new Made(false, warnings);
        }
    }

    private Optional<TrialOutcome> outcome(Trial trial) throws IOException {
        try {
            return directory.trials().outcome(trial.id());
        } catch (OutcomeFileException e) {
            return Optional.empty();
        }
    }

    /**
     * What came of one trial.
     *
     * @param model whether its model is there now
     * @param warnings sentences about it
     */
    private record Made(boolean model, List<String> warnings) {}
}
