package nightsweep.driver.verify;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.application.Verified;
import nightsweep.driver.application.VerifyRequest;
import nightsweep.driver.bundle.Bundle;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.json.FigureDifference;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.store.KnownTrials;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;

/** Trains some completed trials of a run anew, in this process, and compares. The run directory is only read. */
public final class Verification {
    private final VerifyRequest request;
    private final Listener listener;

    public Verification(VerifyRequest request, Listener listener) {
        this.request = request;
        this.listener = listener;
    }

    /** A trial as the run has it. */
    private record Kept(Trial trial, TrialOutcome.Completed outcome) {}

    /**
     * Chooses, trains and compares.
     *
     * @throws RunFailure if there is no such run, its data cannot be read, or no such trial of it was completed
     */
    public Verified carryOut() throws RunFailure {
        try {
            RunDirectory directory = RunDirectory.at(request.run(), request.hadoop());
            Sweep sweep = directory.sweep();
            checkBundle(directory);
            List<Kept> chosen = chosen(directory, sweep);
            DatasetLoader loader = new DatasetLoader(
                    request.hadoop(), new DataPlaces(request.dataHome(), SweepFile.dataFolder(directory.sweepText())));
            Map<DatasetSpec, Dataset> datasets = new LinkedHashMap<>();
            Set<String> circumstances = new LinkedHashSet<>();
            for (Kept kept : chosen) {
                DatasetSpec spec = kept.trial().dataset();
                if (!datasets.containsKey(spec)) {
                    datasets.put(spec, loader.load(spec, sweep.seed()));
                }
                Circumstances.of(kept.outcome(), datasets.get(spec)).forEach(circumstances::add);
            }
            return new Verified(compared(chosen, sweep, datasets), List.copyOf(circumstances));
        } catch (DataException e) {
            throw new RunFailure(RunFailure.Kind.SWEEP, e);
        } catch (RunDirectoryException | OutcomeFileException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, told(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(RunFailure.Kind.REQUEST, "Interrupted: nothing can be said of the run.");
        }
    }

    private String told(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Cannot ") ? message : "Cannot read " + request.run() + ": " + message + ".";
    }

    /** Reads every file of a bundle, so that one that was changed on its way is told of, chosen or not. */
    private void checkBundle(RunDirectory directory) throws IOException {
        if (directory.bundle().isPresent()) {
            Bundle bundle = directory.bundle().get();
            for (String name : bundle.names()) {
                var ignored = bundle.bytes(name);
            }
            listener.note(String.format(
                    Locale.ROOT,
                    "The bundle is whole: each of its %,d files has the checksum that it had.",
                    bundle.names().size()));
        }
    }

    private List<Kept> chosen(RunDirectory directory, Sweep sweep)
            throws IOException, OutcomeFileException, RunFailure {
        return request.named().isEmpty() ? drawn(directory, sweep) : named(directory, sweep);
    }

    private List<Kept> named(RunDirectory directory, Sweep sweep) throws IOException, OutcomeFileException, RunFailure {
        TrialChoice.Named choice = new TrialChoice.Named(request.named());
        List<String> unknown = choice.unknown(sweep.trials());
        if (!unknown.isEmpty()) {
            throw new RunFailure(
                    RunFailure.Kind.REQUEST,
                    "There is no trial " + unknown.get(0) + " in " + directory.label()
                            + ": give ids or numbers as they stand in results.csv.");
        }
        List<Kept> kept = new ArrayList<>();
        for (Trial trial : sweep.trials()) {
            if (choice.names(trial)) {
                Optional<TrialOutcome> outcome = directory.trials().outcome(trial.id());
                if (outcome.isPresent() && outcome.get() instanceof TrialOutcome.Completed completed) {
                    kept.add(new Kept(trial, completed));
                } else {
                    throw new RunFailure(
                            RunFailure.Kind.REQUEST,
                            "Trial " + trial.number() + " (" + trial.id() + ") cannot be verified: it "
                                    + outcome.map(one -> "has " + one.label()).orElse("has not ended")
                                    + ", and only completed trials have figures.");
                }
            }
        }
        return kept;
    }

    /** Of all trials in an order that is drawn, the first that were completed. */
    private List<Kept> drawn(RunDirectory directory, Sweep sweep) throws IOException, OutcomeFileException, RunFailure {
        KnownTrials known = directory.trials().known();
        List<Trial> order = new ArrayList<>(
                sweep.trials().stream().filter(trial -> known.ended(trial.id())).toList());
        Collections.shuffle(order, new Random(request.seed()));
        List<Kept> kept = new ArrayList<>();
        for (Trial trial : order) {
            if (kept.size() == request.drawn()) {
                break;
            }
            Optional<TrialOutcome> outcome = directory.trials().outcome(trial.id());
            if (outcome.isPresent() && outcome.get() instanceof TrialOutcome.Completed completed) {
                kept.add(new Kept(trial, completed));
            }
        }
        if (kept.isEmpty()) {
            throw new RunFailure(
                    RunFailure.Kind.REQUEST, "No trial of " + directory.label() + " was completed: nothing to verify.");
        }
        kept.sort(Comparator.comparingInt(one -> one.trial().number()));
        return kept;
    }

    private List<Verified.OfTrial> compared(List<Kept> chosen, Sweep sweep, Map<DatasetSpec, Dataset> datasets)
            throws InterruptedException {
        TrialRunner runner = new TrialRunner(Engines.standard(), Origin.here(""), InstantSource.system());
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(request.together(), chosen.size()), work -> {
            Thread thread = new Thread(work, "verify");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Verified.OfTrial>> all = new ArrayList<>();
            for (Kept kept : chosen) {
                all.add(threads.submit(() -> compared(kept, sweep, datasets, runner)));
            }
            List<Verified.OfTrial> compared = new ArrayList<>();
            for (Future<Verified.OfTrial> one : all) {
                compared.add(one.get());
                listener.note(compared.size() + " of " + chosen.size() + " trained anew: trial "
                        + compared.get(compared.size() - 1).trial().number());
            }
            return compared;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A trial was not trained anew", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Verified.OfTrial compared(
            Kept kept, Sweep sweep, Map<DatasetSpec, Dataset> datasets, TrialRunner runner)
            throws InterruptedException {
        Dataset dataset = datasets.get(kept.trial().dataset());
        if (dataset == null) {
            throw new AssertionError("The data of every chosen trial have been read.");
        }
        TrialOutcome now = runner.attempt(kept.trial(), sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE)
                .outcome();
        return new Verified.OfTrial(
                kept.trial(), FigureDifference.count(kept.outcome()), FigureDifference.between(kept.outcome(), now));
    }
}
