package nightsweep.driver.schedule.task;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.schedule.Assignment;
import nightsweep.driver.schedule.TrialReport;
import nightsweep.driver.schedule.TrialReport.Aftermath;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.driver.schedule.proof.RunSight;
import nightsweep.driver.schedule.proof.Sighting;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.log.TrialLog;
import nightsweep.worker.model.Trained;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.store.PastAttempts;
import nightsweep.worker.store.StoredCheckpoints;
import nightsweep.worker.store.TrialHeartbeat;
import nightsweep.worker.store.TrialStore;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** Trains one trial in a slot and keeps its outcome before the driver hears of it. */
public final class TrialTask implements Function<Assignment, TaskWord> {
    private static final String DRIVER = "driver";

    private final Broadcast<ShippedSweep> sweep;
    private final List<Broadcast<Dataset>> datasets;
    private final String run;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final @Nullable RunSight sight;
    private final String sparkVersion;
    private final @Nullable Duration timeout;
    private transient volatile @Nullable TrialStore store;

    public TrialTask(
            Broadcast<ShippedSweep> sweep,
            List<Broadcast<Dataset>> datasets,
            String run,
            Broadcast<SerializableConfiguration> hadoop,
            Optional<RunSight> sight,
            String sparkVersion,
            Optional<Duration> timeout) {
        this.sweep = sweep;
        this.datasets = List.copyOf(datasets);
        this.run = run;
        this.hadoop = hadoop;
        this.sight = sight.orElse(null);
        this.sparkVersion = sparkVersion;
        this.timeout = timeout.orElse(null);
    }

    @Override
    public TaskWord call(Assignment assignment) throws InterruptedException, IOException {
        if (TaskContext.get().attemptNumber() > 0) {
            return new TaskWord.Again();
        }
        HaltingProcess.refuseWork();
        String executor = SparkEnv.get().executorId();
        if (sight != null) {
            Optional<Sighting> sighting = sight.look(hadoop.value().value(), executor, Origin.hostName());
            if (sighting.isPresent()) {
                return new TaskWord.Unproved(sighting.get());
            }
        }
        Sweep all = sweep.value().sweep();
        Trial trial = sweep.value().trial(assignment.trial(), assignment.point());
        Dataset dataset = datasets.get(assignment.dataset()).value();
        TrialStore trials = trials();
        if (!assignment.history().attempts().isEmpty()) {
            trials.dropUnfinished(trial.id());
            Optional<TrialOutcome> untold =
                    trials.untold(trial.id()).filter(outcome -> Legs.over(outcome, assignment.epochs()));
            if (untold.isPresent()) {
                trials.forgetUnderWay(untold.get());
                return ended(trial, untold.get(), "", executor, Aftermath.NONE);
            }
        }
        boolean traces = assignment.traces() == Traces.MAYBE;
        PastAttempts past = traces ? trials.past(trial.id()) : PastAttempts.NONE;
        AttemptHistory history = past.history().and(assignment.history());
        StoredCheckpoints checkpoints =
                traces ? new StoredCheckpoints(trials, trial.id()) : StoredCheckpoints.ofFreshTrial(trials, trial.id());
        Optional<TrialOutcome.Stopped> before = traces ? Legs.before(trials, trial.id()) : Optional.empty();
        Optional<RunningTrial> told = traces ? trials.running(trial.id()) : Optional.empty();
        SlotRun slot =
                new SlotRun(TrainingProcess.processLock(), executor, Optional.ofNullable(timeout), TrialThread.GRACE);
        try (TrialLog log = TrialLog.of(trial.id());
                TrialHeartbeat heartbeat =
                        TrialHeartbeat.of(trials, trial, history.attempts().size() + 1, Origin.hostName(), told);
                CloseableThreadContext.Instance context =
                        CloseableThreadContext.put("trial", trial.id().text())) {
            TrialRunner runner = TrainingProcess.runner(sparkVersion);
            List<TrialRunner.Attempt> attempts = new ArrayList<>();
            TrialOutcome ended = slot.outcome(
                    () -> {
                        attempts.add(runner.attempt(
                                trial, assignment.epochs(), all.seed(), dataset, heartbeat, checkpoints));
                        return attempts.get(attempts.size() - 1);
                    },
                    history);
            TrialOutcome outcome = Legs.joined(before, ended);
            String problem = keep(repeating(outcome, told), attempts.get(attempts.size() - 1), log, past, trials);
            if (problem.isEmpty() && Legs.needNoState(outcome)) {
                checkpoints.drop();
            }
            return ended(trial, outcome, problem, executor, aftermath(slot, executor));
        }
    }

    /** The run directory's, one for all slots of this process. */
    private TrialStore trials() throws IOException {
        TrialStore known = store;
        if (known == null) {
            known = new TrialStore(new Path(run), hadoop.value().value());
            store = known;
        }
        return known;
    }

    private TaskWord ended(Trial trial, TrialOutcome outcome, String problem, String executor, Aftermath aftermath) {
        Optional<Merit> merit = outcome instanceof TrialOutcome.Completed completed
                ? Optional.of(sweep.value().merit(trial, completed))
                : Optional.empty();
        return new TaskWord.Ended(new TrialReport(
                outcome.end(),
                merit.map(Merit::objective).orElse(Double.NaN),
                merit.map(Merit::loss).orElse(Double.NaN),
                problem,
                executor,
                aftermath));
    }

    /** With the epochs that an attempt before had finished, by the last that it told, and that are trained once more. */
    private static TrialOutcome repeating(TrialOutcome outcome, Optional<RunningTrial> told) {
        Timing timing = outcome.timing();
        int finished = told.map(RunningTrial::epoch).orElse(0) - 1;
        return finished > timing.resumedEpochs()
                ? outcome.with(timing.repeated(finished - timing.resumedEpochs()))
                : outcome;
    }

    private static Aftermath aftermath(SlotRun slot, String executor) {
        if (!slot.leftThread()) {
            return Aftermath.NONE;
        }
        if (executor.equals(DRIVER)) {
            return Aftermath.THREAD;
        }
        HaltingProcess.soon();
        return Aftermath.HALTING_PROCESS;
    }

    /** Returns why the outcome could not be written, or nothing. */
    private static String keep(
            TrialOutcome outcome, TrialRunner.Attempt attempt, TrialLog log, PastAttempts past, TrialStore trials) {
        try {
            List<TableFile> left = new ArrayList<>();
            left.add(new TableFile("trial.log", log.text()));
            if (outcome instanceof TrialOutcome.Completed) {
                left.addAll(attempt.files());
                Optional<Trained> trained = attempt.trained();
                if (trained.isPresent()) {
                    trials.keepTrained(outcome.id(), trained.get().bytes());
                }
            }
            trials.keep(outcome, left, outcome instanceof TrialOutcome.Stopped ? PastAttempts.NONE : past);
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
