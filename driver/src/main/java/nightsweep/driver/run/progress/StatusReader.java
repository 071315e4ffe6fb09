package nightsweep.driver.run.progress;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.AtWork;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.BestSoFar;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.DriverSlots;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Finds out where a run stands from what is in its directory, and writes nothing. */
public final class StatusReader {
    /** A worker tells of its trials every few seconds; one that has not for so long is gone. */
    private static final long SILENCE_MILLIS = 60_000;

    private final RunDirectory directory;
    private final Sweep sweep;
    private final BiFunction<Trial, TrialOutcome.Completed, Merit> merit;
    private final BestSoFar best;
    private final Optional<AtWork> atWork;
    private final Optional<DriverSlots> told;
    private final OptionalInt slots;
    private final List<Seen> running = new ArrayList<>();
    private final Map<FailureReason, Integer> failures = new LinkedHashMap<>();
    private int completed;
    private int stopped;
    private int diverged;
    private int failed;
    private int copied;
    private double trainedMillis;

    private StatusReader(RunDirectory directory) throws RunDirectoryException, IOException {
        this.directory = directory;
        this.sweep = directory.sweep();
        this.merit = Summary.merit(sweep);
        this.best = new BestSoFar(sweep);
        this.atWork = directory.atWork();
        this.told = told(directory, atWork);
        this.slots = told.isPresent() ? OptionalInt.of(told.get().count()) : OptionalInt.empty();
    }

    public static RunStatus read(RunDirectory directory, Listener listener) throws RunDirectoryException, IOException {
        StatusReader reader = new StatusReader(directory);
        reader.readTrials(listener);
        return reader.status();
    }

    /** What is known of a trial. */
    private record Found(Optional<TrialOutcome> outcome, Optional<Seen> running) {}

    /** A trial under way, and when its worker last told of it. */
    private record Seen(RunningTrial trial, long toldMillis) {}

    /** As the driver at work has told; those of one that is gone are not. */
    private static Optional<DriverSlots> told(RunDirectory directory, Optional<AtWork> atWork) throws IOException {
        return atWork.isEmpty()
                ? Optional.empty()
                : directory
                        .slots()
                        .filter(slots ->
                                slots.token().equals(atWork.get().holder().token()));
    }

    private void readTrials(Listener listener) throws IOException {
        Set<String> told = directory.trials().told();
        List<Trial> trials = sweep.trials();
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> outcomes =
                KeptOutcomes.withoutLayers(directory, sweep, trials, listener);
        ReadAhead.each(
                trials,
                trial -> {
                    Optional<TrialOutcome> outcome = outcomes.read(trial);
                    return over(outcome) || !told.contains(trial.id().text())
                            ? new Found(outcome, Optional.empty())
                            : new Found(outcome, running(trial));
                },
                (trial, found) -> {
                    found.outcome()
                            .filter(outcome -> found.running().isEmpty())
                            .ifPresent(outcome -> count(trial, outcome));
                    found.running().ifPresent(running::add);
                });
    }

    /** Whether a trial cannot be under way: one that stopped may go on. */
    private static boolean over(Optional<TrialOutcome> outcome) {
        return outcome.isPresent() && !(outcome.get() instanceof TrialOutcome.Stopped);
    }

    private Optional<Seen> running(Trial trial) throws IOException {
        if (atWork.isEmpty()) {
            return Optional.empty();
        }
        Optional<RunningTrial> told = directory.trials().running(trial.id());
        try {
            if (told.isEmpty()) {
                return Optional.empty();
            }
            long toldMillis = directory.trials().toldMillis(trial.id());
            return atWork.get().renewedMillis() - toldMillis < SILENCE_MILLIS
                    ? Optional.of(new Seen(told.get(), toldMillis))
                    : Optional.empty();
        } catch (FileNotFoundException e) {
            // It has just ended.
            return Optional.empty();
        }
    }

    private void count(Trial trial, TrialOutcome outcome) {
        trainedMillis += outcome.timing().totalMillis();
        copied += outcome.timing().copyOf().isPresent() ? 1 : 0;
        if (outcome instanceof TrialOutcome.Completed one) {
            completed++;
            best.add(trial, merit.apply(trial, one));
        } else if (outcome instanceof TrialOutcome.Stopped) {
            stopped++;
        } else if (outcome instanceof TrialOutcome.Diverged) {
            diverged++;
        } else if (outcome instanceof TrialOutcome.Failed one) {
            failed++;
            failures.merge(one.reason(), 1, Integer::sum);
        } else {
            throw new AssertionError(outcome);
        }
    }

    private RunStatus status() {
        int planned = sweep.trials().size() + (completed > 0 ? finalistsToCome() : 0);
        List<RunningTrial> now = runningNow();
        int waiting = planned - completed - stopped - diverged - failed - now.size();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (FailureReason reason : FailureReason.values()) {
            if (failures.containsKey(reason)) {
                reasons.put(reason.label(), failures.get(reason));
            }
        }
        return new RunStatus(
                sweep.name(),
                directory.label(),
                new RunStatus.Counts(planned, completed, stopped, diverged, failed, now.size(), waiting, copied),
                now,
                slots,
                best.leader()
                        .map(leader -> new RunStatus.Best(
                                leader.trial().id(),
                                leader.trial().configuration().label(),
                                sweep.objective().title(),
                                leader.objective())),
                leftMillis(waiting, now),
                reasons,
                sweep.learning()
                        .map(learning -> new RunStatus.Proposals(
                                sweep.configurations().size(),
                                learning.settings().trials())),
                atWork.map(AtWork::holder));
    }

    /** Repeats that will be granted once finalists are found. */
    private int finalistsToCome() {
        return sweep.finalists()
                .filter(finalists -> finalists.granted().isEmpty())
                .map(finalists -> finalists.count() * (finalists.repeats() - 1))
                .orElse(0);
    }

    /** Where more were told of than there are slots, the latest: the others were lost with their executors. */
    private List<RunningTrial> runningNow() {
        Set<Seen> latest = running.stream()
                .sorted(Comparator.comparingLong(Seen::toldMillis).reversed())
                .limit(slots.orElse(Integer.MAX_VALUE))
                .collect(Collectors.toSet());
        return running.stream().filter(latest::contains).map(Seen::trial).toList();
    }

    /**
     * What the driver at work tells. Where it has not told yet, as long as trials took so far on average, on as many slots as there
     * are, or else as are seen at work.
     */
    private OptionalLong leftMillis(int waiting, List<RunningTrial> now) {
        if (told.isPresent()
                && told.get().count() > 0
                && told.get().leftMillis().isPresent()) {
            return told.get().leftMillis();
        }
        int trained = completed + stopped + diverged;
        int side = slots.orElse(now.size());
        if (side == 0 || trained == 0 || sweep.decides()) {
            return OptionalLong.empty();
        }
        double open = waiting
                + now.stream()
                        .mapToDouble(trial -> 1 - (trial.epoch() - 1.0) / trial.epochs())
                        .sum();
        return OptionalLong.of(Math.round(trainedMillis / trained * open / side));
    }
}
