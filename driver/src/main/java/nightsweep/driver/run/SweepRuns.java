package nightsweep.driver.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.cli.CommandFailure;
import nightsweep.driver.cli.ComparedRuns;
import nightsweep.driver.cli.Console;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.RefitRequest;
import nightsweep.driver.cli.RunRequest;
import nightsweep.driver.cli.Runs;
import nightsweep.driver.cli.TrialChoice;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.refit.Refitting;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.UnsharedRunDirectoryException;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TableFormat;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.outcome.BestModel;
import nightsweep.experiments.progress.RunStatus;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.DatasetLoader;
import org.apache.hadoop.conf.Configuration;

/** Carries plans out on Spark and writes their tables. */
public final class SweepRuns implements Runs {

    @Override
    public ExitCode run(RunRequest request, Console console) throws CommandFailure {
        try {
            Map<DatasetSpec, Dataset> datasets = load(request);
            RunDirectory directory = RunDirectory.at(request.out(), request.hadoop());
            try (Lease lease = directory.lease(console::note)) {
                directory.check(request.text(), request.plan().sweep());
                try (RunLog log = RunLog.open(directory)) {
                    return new RunningSweep(request, directory, lease, datasets, console).carryOut();
                }
            }
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (RunDirectoryException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (UnsharedRunDirectoryException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (ClusterException e) {
            throw new CommandFailure(ExitCode.BAD_CLUSTER, e);
        } catch (IOException e) {
            throw cannotWrite(request.out(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    @Override
    public ExitCode report(
            String run, List<TableFormat> formats, TrialChoice wanted, Configuration hadoop, Console console)
            throws CommandFailure {
        try {
            RunDirectory directory = RunDirectory.at(run, hadoop);
            Sweep sweep = directory.sweep();
            refuseUnknown(wanted, sweep, directory);
            Summary summary = RunTables.write(directory, sweep, wanted, InstantSource.system(), console);
            for (TableFormat format : formats) {
                for (Table table : summary.tables()) {
                    directory.write("tables/" + format.fileName(table), out -> format.write(table, out));
                }
            }
            console.say(summary.console(console.width()));
            return RunTables.exitCode(summary);
        } catch (RunDirectoryException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw cannotWrite(run, e);
        }
    }

    private static void refuseUnknown(TrialChoice wanted, Sweep sweep, RunDirectory directory) throws CommandFailure {
        if (wanted instanceof TrialChoice.Named named) {
            List<String> unknown = named.unknown(sweep.trials());
            if (!unknown.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "There is no trial " + unknown.get(0) + " in " + directory.label()
                                + ": give ids or numbers as they stand in results.csv, or all.");
            }
        }
    }

    @Override
    public List<BestModel> best(String run, Configuration hadoop, Console console) throws CommandFailure {
        try {
            return BestModels.of(RunDirectory.at(run, hadoop), console);
        } catch (RunDirectoryException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + run + ": " + e.getMessage());
        }
    }

    @Override
    public RunStatus status(String run, Configuration hadoop, Console console) throws CommandFailure {
        try {
            return StatusReader.read(RunDirectory.at(run, hadoop), console);
        } catch (RunDirectoryException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + run + ": " + e.getMessage());
        }
    }

    @Override
    public ComparedRuns compare(String first, String second, Configuration hadoop, Console console)
            throws CommandFailure {
        try {
            return RunPair.compare(RunDirectory.at(first, hadoop), RunDirectory.at(second, hadoop), console);
        } catch (RunDirectoryException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + first + " and " + second + ": " + e.getMessage());
        }
    }

    @Override
    public ExitCode refit(RefitRequest request, Console console) throws CommandFailure {
        return new Refitting(request, console).carryOut();
    }

    /** Reads all data before anything is written, so that what cannot be read costs nothing. */
    private static Map<DatasetSpec, Dataset> load(RunRequest request) throws DataException {
        DatasetLoader loader = new DatasetLoader(
                request.hadoop(), new DataPlaces(request.dataHome(), SweepFile.dataFolder(request.text())));
        Map<DatasetSpec, Dataset> datasets = new LinkedHashMap<>();
        for (PlannedTrial planned : request.plan().trainable()) {
            DatasetSpec spec = planned.trial().configuration().dataset();
            if (!datasets.containsKey(spec)) {
                datasets.put(spec, loader.load(spec, request.plan().sweep().seed()));
            }
        }
        return datasets;
    }

    private static CommandFailure cannotWrite(String run, IOException e) {
        return new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, RunDirectoryException.cannotWrite(run, e));
    }
}
