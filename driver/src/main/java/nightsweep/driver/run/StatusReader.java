package nightsweep.driver.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.cli.Console;
import nightsweep.driver.journal.AtWork;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.RunStatus;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Finds out where a run stands from what is in its directory, and writes nothing. */
final class StatusReader {
    /** A worker tells of its trials every few seconds; one that has not for so long is gone. */
    private static final long SILENCE_MILLIS = 60_000;

    private final RunDirectory directory;
    private final Sweep sweep;
    private final ToDoubleFunction<TrialOutcome> objective;
    private final Optional<AtWork> atWork;
    private final List<RunningTrial> running = new ArrayList<>();
    private final Map<FailureReason, Integer> failures = new LinkedHashMap<>();
    private Optional<RunStatus.Best> best = Optional.empty();
    private int completed;
    private int diverged;
    private int failed;
    private double trainedMillis;

    private StatusReader(RunDirectory directory) throws RunDirectoryException, IOException {
        this.directory = directory;
        this.sweep = directory.sweep();
        this.objective = Summary.objective(sweep);
        this.atWork = directory.atWork();
    }

    static RunStatus read(RunDirectory directory, Console console) throws RunDirectoryException, IOException {
        StatusReader reader = new StatusReader(directory);
        reader.readTrials(console);
        return reader.status();
    }

    /** What is known of a trial. */
    private record Found(Optional<TrialOutcome> outcome, Optional<RunningTrial> running) {}

    private void readTrials(Console console) throws IOException {
        Set<String> told = directory.trials().told();
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> outcomes = KeptOutcomes.reader(directory, sweep, console);
        ReadAhead.each(
                sweep.trials(),
                trial -> {
                    Optional<TrialOutcome> outcome = outcomes.read(trial);
                    return outcome.isPresent() || !told.contains(trial.id().text())
                            ? new Found(outcome, Optional.empty())
                            : new Found(outcome, running(trial));
                },
                (trial, found) -> {
                    found.outcome().ifPresent(outcome -> count(trial, outcome));
                    found.running().ifPresent(running::add);
                });
    }

    private Optional<RunningTrial> running(Trial trial) throws IOException {
        if (atWork.isEmpty()) {
            return Optional.empty();
        }
        Optional<RunningTrial> told = directory.trials().running(trial.id());
        try {
            return told.isPresent()
                            && atWork.get().renewedMillis() - directory.trials().toldMillis(trial.id()) < SILENCE_MILLIS
                    ? told
                    : Optional.empty();
        } catch (FileNotFoundException e) {
            // It has just ended.
            return Optional.empty();
        }
    }

    private void count(Trial trial, TrialOutcome outcome) {
        trainedMillis += outcome.timing().totalMillis();
        if (outcome instanceof TrialOutcome.Completed) {
            completed++;
            lead(trial, objective.applyAsDouble(outcome));
        } else if (outcome instanceof TrialOutcome.Diverged) {
            diverged++;
        } else if (outcome instanceof TrialOutcome.Failed one) {
            failed++;
            failures.merge(one.reason(), 1, Integer::sum);
        } else {
            throw new AssertionError(outcome);
        }
    }

    private void lead(Trial trial, double value) {
        if (Double.isFinite(value)
                && (best.isEmpty()
                        || sweep.objective().goal().better(value, best.get().value()))) {
            best = Optional.of(new RunStatus.Best(
                    trial.id(),
                    trial.configuration().label(),
                    sweep.objective().metric().label(),
                    value));
        }
    }

    private RunStatus status() {
        int planned = sweep.configurations().size() * sweep.repeats();
        int waiting = planned - completed - diverged - failed - running.size();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (FailureReason reason : FailureReason.values()) {
            if (failures.containsKey(reason)) {
                reasons.put(reason.label(), failures.get(reason));
            }
        }
        return new RunStatus(
                sweep.name(),
                directory.label(),
                new RunStatus.Counts(planned, completed, diverged, failed, running.size(), waiting),
                running,
                best,
                leftMillis(waiting),
                reasons,
                atWork.map(AtWork::holder));
    }

    /** As long as trials took so far on average, on as many slots as are seen at work. */
    private OptionalLong leftMillis(int waiting) {
        int trained = completed + diverged;
        if (running.isEmpty() || trained == 0) {
            return OptionalLong.empty();
        }
        double open = waiting
                + running.stream()
                        .mapToDouble(trial -> 1 - (trial.epoch() - 1.0) / trial.epochs())
                        .sum();
        return OptionalLong.of(Math.round(trainedMillis / trained * open / running.size()));
    }
}
