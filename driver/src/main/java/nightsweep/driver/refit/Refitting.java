package nightsweep.driver.refit;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RefitRequest;
import nightsweep.driver.application.Refitted;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.spread.SpreadTraining;
import nightsweep.driver.table.Numbers;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.Examination;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.model.Trained;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.fs.Path;

/** Trains the winner of a run anew and keeps it as a model. */
public final class Refitting {
    private final RefitRequest request;
    private final Listener listener;

    public Refitting(RefitRequest request, Listener listener) {
        this.request = request;
        this.listener = listener;
    }

    /** What came of the training. */
    private record Result(TrialOutcome outcome, Optional<Trained> trained) {}

    /**
     * Chooses, trains, tests and keeps.
     *
     * @throws RunFailure if there is no such run, its data are not there any more, or the model cannot be kept
     */
    public Refitted carryOut() throws RunFailure {
        try {
            RunDirectory directory = RunDirectory.at(request.run(), request.hadoop());
            if (request.out().isEmpty()) {
                directory.refuseBundle();
            }
            Sweep sweep = directory.sweep();
            if (sweep.predictsNumber() && request.slots() > 1) {
                throw new RunFailure(
                        RunFailure.Kind.REQUEST,
                        "Cannot spread a refit of " + directory.label()
                                + ": it predicts a number, and slots average networks of classes alone. Leave --spread out.");
            }
            Winner winner = Winner.of(request, directory, sweep, listener);
            int epochs = winner.epochs(request.epochs(), sweep.objective());
            Trial trial = Refit.whole(winner.first(), epochs, sweep.seed());
            DatasetLoader loader = new DatasetLoader(
                    request.hadoop(), new DataPlaces(request.dataHome(), SweepFile.dataFolder(directory.sweepText())));
            Dataset dataset = dataset(trial, winner, sweep, loader);
            Refit refit = refit(winner, epochs, dataset, sweep, directory.label(), loader);
            listener.note("Configuration " + refit.configuration() + " ("
                    + trial.configuration().label() + "), " + winner.why() + ".");
            listener.note(refit.describe());
            Result result = refit.slots() == 1
                    ? train(trial, sweep, dataset)
                    : spread(trial, sweep, dataset, refit, directory.sweepText(trial.configuration()));
            return keep(result, trial, refit, winner, sweep, directory);
        } catch (DataException e) {
            throw new RunFailure(RunFailure.Kind.SWEEP, e);
        } catch (RunDirectoryException | ModelException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, RunDirectoryException.cannotWrite(request.run(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refitted.Interrupted();
        }
    }

    /** The examples that its trials had, and no others. */
    private static Dataset dataset(Trial trial, Winner winner, Sweep sweep, DatasetLoader loader)
            throws DataException, RunFailure {
        Dataset dataset = loader.load(trial.configuration().dataset(), sweep.seed());
        String before = winner.completed().get(0).provenance().dataChecksum();
        if (!dataset.checksum().equals(before)) {
            throw new RunFailure(
                    RunFailure.Kind.SWEEP,
                    "The data have changed since the run: " + dataset.name() + " has the checksum " + dataset.checksum()
                            + ", but its trials had " + before + ". Bring back the data, or run the sweep anew.");
        }
        return dataset;
    }

    private Refit refit(Winner winner, int epochs, Dataset dataset, Sweep sweep, String run, DatasetLoader loader)
            throws DataException {
        DatasetFacts before = loader.facts(winner.first().dataset(), sweep.seed());
        return new Refit(
                run,
                winner.first().id(),
                winner.first().configuration().number(),
                winner.measuredOn(),
                epochs,
                dataset.train().size() - before.validationExamples(),
                before.validationExamples(),
                request.slots(),
                request.averagedEvery(),
                rateTimes());
    }

    private double rateTimes() {
        return request.rateTimes().orElseGet(() -> Refit.usualRateTimes(request.slots()));
    }

    private Result train(Trial trial, Sweep sweep, Dataset dataset) throws InterruptedException {
        TrialRunner runner = new TrialRunner(Engines.standard(), Origin.here(""), InstantSource.system());
        int epochs = trial.configuration().training().epochs();
        TrialRunner.Attempt attempt = runner.attempt(
                trial,
                sweep.seed(),
                dataset,
                (epoch, loss) -> listener.note("epoch " + epoch + "/" + epochs
                        + (Double.isNaN(loss) ? "" : String.format(Locale.ROOT, ", training loss %.4f so far", loss))),
                Checkpoints.NONE);
        TrialOutcome outcome = attempt.outcome();
        return new Result(outcome, attempt.trained());
    }

    /** By several slots at once; tested in this process. */
    private Result spread(Trial trial, Sweep sweep, Dataset dataset, Refit refit, String sweepText)
            throws RunFailure, ModelException, InterruptedException {
        SpreadTraining spread = new SpreadTraining(sweepText, refit, trial, dataset);
        Optional<String> objection = spread.objection();
        if (objection.isPresent()) {
            throw new RunFailure(
                    RunFailure.Kind.REQUEST,
                    "Cannot spread configuration " + refit.configuration() + ": " + objection.get());
        }
        listener.note(spread.cost());
        int epochs = trial.configuration().training().epochs();
        long began = System.currentTimeMillis();
        SpreadTraining.Result result;
        try {
            result = spread.train(
                    request.master(),
                    (epoch, loss) -> listener.note(
                            String.format(Locale.ROOT, "epoch %d/%d ended, training loss %.4f", epoch, epochs, loss)));
        } catch (ClusterException e) {
            throw new RunFailure(RunFailure.Kind.CLUSTER, e);
        }
        long trainMillis = System.currentTimeMillis() - began;
        listener.note(String.format(
                Locale.ROOT,
                "%.1f s, of which the slowest slots of all rounds spent %.1f s in their steps; the rest went into moving"
                        + " and averaging parameters, and into Spark.",
                trainMillis / 1000.0,
                result.stepMillis() / 1000.0));
        Origin origin = Origin.here("");
        Provenance provenance = origin.of(
                trial,
                sweep.seed(),
                dataset.checksum(),
                "dl4j, spread over " + refit.slots() + " slots, averaged every " + refit.averagedEvery() + " steps"
                        + (refit.rateTimes() == 1
                                ? ""
                                : ", at " + Numbers.exact(refit.rateTimes()) + " times the learning rate"),
                Blas.load().describe());
        Timing timing =
                new Timing(origin.host(), began, trainMillis, 0, System.currentTimeMillis() - began, result.steps());
        if (!result.finite()) {
            return new Result(
                    new TrialOutcome.Diverged(
                            trial.id(),
                            result.epochs().size() + 1,
                            result.steps(),
                            result.epochs(),
                            provenance,
                            timing),
                    Optional.empty());
        }
        Trained trained = Trained.of(trial, dataset, result.parameters());
        Evaluation test = new Examination(
                        new SavedModel(trial, sweep.seed(), trained, sweepText, ""), Engines.standard())
                .test(dataset)
                .evaluation();
        return new Result(
                new TrialOutcome.Completed(
                        trial.id(),
                        trial.configuration().network().parameters(dataset.input()),
                        result.epochs(),
                        Optional.empty(),
                        test,
                        Optional.empty(),
                        provenance,
                        timing),
                Optional.of(trained));
    }

    private Refitted keep(Result result, Trial trial, Refit refit, Winner winner, Sweep sweep, RunDirectory directory)
            throws IOException, RunDirectoryException, ModelException {
        if (!(result.outcome() instanceof TrialOutcome.Completed completed)
                || result.trained().isEmpty()) {
            return new Refitted.Nothing(described(result.outcome()));
        }
        byte[] model = ModelFile.write(new SavedModel(
                trial,
                sweep.seed(),
                result.trained().get(),
                directory.sweepText(trial.configuration()),
                OutcomeFile.write(completed),
                Optional.of(refit)));
        Path place = request.out()
                .map(Path::new)
                .orElseGet(() -> new Path(new Path(directory.path(), "refit"), fileName(refit)));
        new WholeFiles(place, request.hadoop()).write(place, model, Durability.ON_DISK);
        double before = winner.completed().stream()
                .mapToDouble(one -> one.test().ofNumber()
                        ? one.test().numbers().rootMeanSquaredError()
                        : one.test().confusion().accuracy())
                .average()
                .orElseThrow();
        return new Refitted.Kept(completed, winner.completed().size(), before, label(place));
    }

    private static String described(TrialOutcome outcome) {
        if (outcome instanceof TrialOutcome.Failed failed) {
            return failed.reason().label() + ", " + failed.message();
        }
        if (outcome instanceof TrialOutcome.Diverged diverged) {
            return "its loss ceased to be finite in epoch " + diverged.epoch() + ". No model is kept.";
        }
        return outcome.label() + ".";
    }

    private static String fileName(Refit refit) {
        return "configuration-" + refit.configuration() + "-epochs-" + refit.epochs()
                + (refit.slots() == 1 ? "" : "-spread-" + refit.slots()) + ".zip";
    }

    private static String label(Path place) {
        return "file".equals(place.toUri().getScheme()) ? place.toUri().getPath() : place.toString();
    }
}
