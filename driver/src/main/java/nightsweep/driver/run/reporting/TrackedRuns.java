package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.mlflow.FileStore;
import nightsweep.driver.mlflow.RunFolder;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Table;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * Writes a run as MLflow keeps one: an experiment of the sweep's name, in it a parent run for the run directory and below
 * that a run for each trial that has ended.
 */
public final class TrackedRuns {
    private final RunDirectory directory;
    private final Sweep sweep;
    private final Summary summary;
    private final Listener listener;
    private long began = Long.MAX_VALUE;
    private long ended;

    /** @param summary whose tables stand in the directory */
    public TrackedRuns(RunDirectory directory, Sweep sweep, Summary summary, Listener listener) {
        this.directory = directory;
        this.sweep = sweep;
        this.summary = summary;
        this.listener = listener;
    }

    public void write(Path folder, long nowMillis) throws IOException, RunDirectoryException {
        FileStore.Experiment experiment = new FileStore(folder).experiment(sweep.name(), nowMillis);
        RunFolder parent = experiment.run(directory.label());
        ReadAhead.each(
                sweep.trials(),
                KeptOutcomes.reader(directory, listener),
                (Trial trial, Optional<TrialOutcome> outcome) -> {
                    RunFolder child =
                            experiment.run(directory.label() + " " + trial.id().text());
                    if (outcome.isPresent()) {
                        write(child, parent.id(), trial, outcome.get());
                    } else {
                        child.remove();
                    }
                });
        write(parent, nowMillis);
    }

    private void write(RunFolder run, long nowMillis) throws IOException, RunDirectoryException {
        run.parameter("repeats", Integer.toString(sweep.repeats()));
        if (sweep.folds() > 1) {
            run.parameter("folds", Integer.toString(sweep.folds()));
        }
        run.parameter("seed", Long.toString(sweep.seed()));
        run.parameter("objective", sweep.objective().title());
        long end = Math.max(ended, Math.min(began, nowMillis));
        Map<String, Integer> counts = Map.of(
                "planned", summary.totals().planned(),
                "completed", summary.totals().completed(),
                "stopped", summary.totals().stopped(),
                "diverged", summary.totals().diverged(),
                "failed", summary.totals().failed(),
                "not-run", summary.totals().notRun());
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            run.metric(count.getKey(), List.of(new RunFolder.Point(end, count.getValue(), 0)));
        }
        run.artefact("sweep.yaml", directory.sweepText());
        List<String> files = new ArrayList<>(List.of(RunTables.PAGE, "summary.json"));
        summary.tables().stream().map(Table::name).forEach(name -> files.add(name + ".csv"));
        for (String file : files) {
            Optional<String> text = directory.text(file);
            if (text.isPresent()) {
                run.artefact(file, text.get());
            }
        }
        run.tag("mlflow.note.content", sweep.description());
        RunFolder.Status status = summary.totals().notRun() > 0 ? RunFolder.Status.RUNNING : RunFolder.Status.FINISHED;
        run.describe(directory.label(), status, Math.min(began, nowMillis), end, user());
    }

    private void write(RunFolder run, String parent, Trial trial, TrialOutcome outcome) throws IOException {
        Timing timing = outcome.timing();
        long start = timing.startedMillis();
        long end = start + timing.totalMillis();
        began = Math.min(began, start);
        ended = Math.max(ended, end);
        for (Map.Entry<String, String> value : trial.configuration().point().entrySet()) {
            run.parameter(value.getKey(), value.getValue());
        }
        run.parameter("configuration", Integer.toString(trial.configuration().number()));
        run.parameter("repeat", Integer.toString(trial.repeat()));
        if (sweep.folds() > 1) {
            run.parameter("fold", Integer.toString(trial.fold()));
        }
        series(run, "train-loss", outcome, EpochMetrics::trainLoss);
        series(run, "train-accuracy", outcome, EpochMetrics::trainAccuracy);
        series(run, "validation-loss", outcome, EpochMetrics::validationLoss);
        series(run, "validation-accuracy", outcome, EpochMetrics::validationAccuracy);
        int last = outcome.epochs().size();
        if (outcome instanceof TrialOutcome.Completed completed) {
            run.metric(
                    "test-loss",
                    List.of(new RunFolder.Point(end, completed.test().loss(), last)));
            double accuracy = completed.test().confusion().accuracy();
            run.metric("test-accuracy", List.of(new RunFolder.Point(end, accuracy, last)));
        } else if (outcome instanceof TrialOutcome.Failed failed) {
            run.tag("mlflow.note.content", failed.message());
        }
        run.tag("mlflow.parentRunId", parent);
        run.tag("nightsweep.trial", trial.id().text());
        run.tag("nightsweep.outcome", outcome.label());
        run.artefact("outcome.json", OutcomeFile.write(outcome));
        boolean well = outcome instanceof TrialOutcome.Completed || outcome instanceof TrialOutcome.Stopped;
        String name = trial.configuration().label() + (sweep.trialsEach() > 1 ? " " + trial.turn() : "");
        run.describe(name, well ? RunFolder.Status.FINISHED : RunFolder.Status.FAILED, start, end, user());
    }

    /** The epochs' times are evenly spread over the time that the trial took. */
    private static void series(RunFolder run, String key, TrialOutcome outcome, ToDoubleFunction<EpochMetrics> figure)
            throws IOException {
        List<RunFolder.Point> points = new ArrayList<>();
        Timing timing = outcome.timing();
        for (EpochMetrics epoch : outcome.epochs()) {
            long millis = timing.startedMillis()
                    + timing.totalMillis() * epoch.epoch() / outcome.epochs().size();
            points.add(new RunFolder.Point(millis, figure.applyAsDouble(epoch), epoch.epoch()));
        }
        run.metric(key, points);
    }

    private static String user() {
        return System.getProperty("user.name", "");
    }
}
