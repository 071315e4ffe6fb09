package nightsweep.driver.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nightsweep.driver.application.BundleRequest;
import nightsweep.driver.application.Bundled;
import nightsweep.driver.application.ComparedRuns;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RefitRequest;
import nightsweep.driver.application.Refitted;
import nightsweep.driver.application.Replayed;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.application.Verified;
import nightsweep.driver.application.VerifyRequest;
import nightsweep.driver.application.WatchedRun;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.json.BestModel;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.refit.Refitting;
import nightsweep.driver.replay.Replay;
import nightsweep.driver.run.bundling.Bundling;
import nightsweep.driver.run.models.BestModels;
import nightsweep.driver.run.progress.RunLog;
import nightsweep.driver.run.progress.StatusReader;
import nightsweep.driver.run.reporting.RunTables;
import nightsweep.driver.run.reporting.RunWatch;
import nightsweep.driver.run.reporting.TrackedRuns;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.proof.UnsharedRunDirectoryException;
import nightsweep.driver.schedule.spark.SlotSource;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TableFormat;
import nightsweep.driver.verify.Verification;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;

/** Carries plans out on Spark and writes their tables. */
public final class SweepRuns implements Runs {
    private final SlotSource slots;

    /** On a Spark of its own for each run. */
    public SweepRuns() {
        this(SlotSource.OWN);
    }

    /** On what is given; a refit by several slots still starts a Spark of its own, which has settings of its own. */
    public SweepRuns(SlotSource slots) {
        this.slots = slots;
    }

    @Override
    public RunEnd run(RunRequest request, Listener listener) throws RunFailure {
        try {
            Map<DatasetSpec, Dataset> datasets = load(request);
            RunDirectory directory = RunDirectory.at(request.out(), request.hadoop());
            try (Lease lease = directory.lease(listener::note)) {
                directory.check(request.text(), request.plan().sweep());
                RunRequest gone = goingOn(request, directory);
                try (RunLog log = RunLog.open(directory)) {
                    return new RunningSweep(gone, directory, lease, datasets, slots, listener).carryOut();
                }
            }
        } catch (DataException e) {
            throw new RunFailure(RunFailure.Kind.SWEEP, e);
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (UnsharedRunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (ClusterException e) {
            throw new RunFailure(RunFailure.Kind.CLUSTER, e);
        } catch (IOException e) {
            throw cannotWrite(request.out(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunEnd.INTERRUPTED;
        }
    }

    /** With what a search had proposed there before, and what finalists were granted. */
    private static RunRequest goingOn(RunRequest request, RunDirectory directory) throws RunDirectoryException {
        Plan plan = request.plan();
        return plan.sweep().learning().isEmpty() && plan.sweep().finalists().isEmpty()
                ? request
                : request.with(plan.grown(directory.grown(plan.sweep())));
    }

    @Override
    public Summary report(
            String run, List<TableFormat> formats, TrialChoice wanted, Configuration hadoop, Listener listener)
            throws RunFailure {
        try {
            RunDirectory directory = RunDirectory.at(run, hadoop);
            Sweep sweep = directory.sweep();
            refuseUnknown(wanted, sweep, directory);
            if (directory.bundle().isPresent()) {
                if (!formats.isEmpty() || wanted != TrialChoice.USUAL) {
                    directory.refuseBundle();
                }
                return RunTables.read(directory, sweep, listener);
            }
            Summary summary = RunTables.write(directory, sweep, wanted, InstantSource.system(), listener);
            for (TableFormat format : formats) {
                for (Table table : summary.tables()) {
                    directory.write("tables/" + format.fileName(table), out -> format.write(table, out));
                }
            }
            return summary;
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw cannotWrite(run, e);
        }
    }

    @Override
    public void track(String run, Summary summary, Path store, Configuration hadoop, Listener listener)
            throws RunFailure {
        try {
            RunDirectory directory = RunDirectory.at(run, hadoop);
            new TrackedRuns(directory, directory.sweep(), summary, listener)
                    .write(store, InstantSource.system().millis());
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, RunDirectoryException.cannotWrite(store.toString(), e));
        }
    }

    private static void refuseUnknown(TrialChoice wanted, Sweep sweep, RunDirectory directory) throws RunFailure {
        if (wanted instanceof TrialChoice.Named named) {
            List<String> unknown = named.unknown(sweep.trials());
            if (!unknown.isEmpty()) {
                throw new RunFailure(
                        RunFailure.Kind.REQUEST,
                        "There is no trial " + unknown.get(0) + " in " + directory.label()
                                + ": give ids or numbers as they stand in results.csv, or all.");
            }
        }
    }

    @Override
    public List<BestModel> best(String run, Configuration hadoop, Listener listener) throws RunFailure {
        try {
            return BestModels.of(RunDirectory.at(run, hadoop), listener);
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, "Cannot read " + run + ": " + e.getMessage());
        }
    }

    @Override
    public RunStatus status(String run, Configuration hadoop, Listener listener) throws RunFailure {
        try {
            return StatusReader.read(RunDirectory.at(run, hadoop), listener);
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, "Cannot read " + run + ": " + e.getMessage());
        }
    }

    @Override
    public ComparedRuns compare(String first, String second, Configuration hadoop, Listener listener)
            throws RunFailure {
        try {
            return RunPair.compare(RunDirectory.at(first, hadoop), RunDirectory.at(second, hadoop), listener);
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(
                    RunFailure.Kind.RUN_DIRECTORY, "Cannot read " + first + " and " + second + ": " + e.getMessage());
        }
    }

    @Override
    public Refitted refit(RefitRequest request, Listener listener) throws RunFailure {
        return new Refitting(request, listener).carryOut();
    }

    @Override
    public Verified verify(VerifyRequest request, Listener listener) throws RunFailure {
        return new Verification(request, listener).carryOut();
    }

    @Override
    public Replayed replay(String run, Configuration hadoop) throws RunFailure {
        try {
            return Replay.of(RunDirectory.at(run, hadoop));
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, "Cannot read " + run + ": " + e.getMessage());
        }
    }

    @Override
    public Bundled bundle(BundleRequest request, Listener listener) throws RunFailure {
        return new Bundling(request, listener).carryOut();
    }

    @Override
    public WatchedRun watch(String run, Configuration hadoop, Listener listener) throws RunFailure {
        try {
            return new RunWatch(RunDirectory.at(run, hadoop), InstantSource.system(), listener);
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        }
    }

    /** Reads all data before anything is written, so that what cannot be read costs nothing. */
    private static Map<DatasetSpec, Dataset> load(RunRequest request) throws DataException {
        DatasetLoader loader = new DatasetLoader(
                request.hadoop(), new DataPlaces(request.dataHome(), SweepFile.dataFolder(request.text())));
        Map<DatasetSpec, Dataset> datasets = new LinkedHashMap<>();
        for (DatasetSpec spec : needed(request.plan())) {
            if (!datasets.containsKey(spec)) {
                datasets.put(spec, loader.load(spec, request.plan().sweep().seed()));
            }
        }
        return datasets;
    }

    private static List<DatasetSpec> needed(Plan plan) {
        Sweep sweep = plan.sweep();
        return sweep.learning().isPresent()
                ? plan.facts().keySet().stream()
                        .flatMap(spec -> IntStream.range(0, sweep.trialsEach())
                                .mapToObj(place -> spec.at(place / sweep.folds(), place % sweep.folds())))
                        .distinct()
                        .toList()
                : plan.trainable().stream()
                        .map(planned -> planned.trial().dataset())
                        .toList();
    }

    private static RunFailure cannotWrite(String run, IOException e) {
        return new RunFailure(RunFailure.Kind.RUN_DIRECTORY, RunDirectoryException.cannotWrite(run, e));
    }
}
