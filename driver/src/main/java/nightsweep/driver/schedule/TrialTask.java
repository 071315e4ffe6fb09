package nightsweep.driver.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.store.TrialLog;
import nightsweep.worker.store.TrialPulse;
import nightsweep.worker.store.TrialStore;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Trains one trial in a slot and keeps its outcome before the driver hears of it. */
final class TrialTask implements Function<Assignment, TrialReport> {
    private final Broadcast<ShippedSweep> sweep;
    private final List<Broadcast<Dataset>> datasets;
    private final String run;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final String sparkVersion;

    TrialTask(
            Broadcast<ShippedSweep> sweep,
            List<Broadcast<Dataset>> datasets,
            String run,
            Broadcast<SerializableConfiguration> hadoop,
            String sparkVersion) {
        this.sweep = sweep;
        this.datasets = List.copyOf(datasets);
        this.run = run;
        this.hadoop = hadoop;
        this.sparkVersion = sparkVersion;
    }

    @Override
    public TrialReport call(Assignment assignment) throws InterruptedException {
        Sweep all = sweep.value().sweep();
        Trial trial = sweep.value().trial(assignment.trial());
        Dataset dataset = datasets.get(assignment.dataset()).value();
        TrialStore trials = trials();
        try (TrialLog log = TrialLog.of(trial.id());
                TrialPulse pulse = TrialPulse.of(trials, trial, 1, Origin.hostName())) {
            TrialOutcome outcome = TrainingProcess.runner(sparkVersion).run(trial, all.seed(), dataset, pulse);
            double objective = Summary.objective(all, trial, outcome);
            return new TrialReport(outcome.label(), objective, keep(trials, outcome, log));
        }
    }

    private TrialStore trials() {
        try {
            return new TrialStore(new Path(run), hadoop.value().value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns why the outcome could not be written, or nothing. */
    private static String keep(TrialStore trials, TrialOutcome outcome, TrialLog log) {
        try {
            trials.write(outcome.id(), "trial.log", log.text());
            trials.keep(outcome);
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
