package nightsweep.driver.run.progress;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import nightsweep.driver.application.RunProgress;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.report.Pace;
import nightsweep.driver.summary.ranking.BestSoFar;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.TrialId;

/** How far a run has come. Any thread may use it. */
public final class Progress {
    private int total;
    private int planned;
    private final String metric;
    private final boolean stopping;
    private final Map<TrialId, PlannedTrial> unfinished = new LinkedHashMap<>();
    private double remainingEstimate;
    private double finishedEstimate;
    private double slotMillis;
    private long lookedMillis;
    private OptionalInt proposed;
    private int done;
    private int failed;
    private int diverged;
    private final Set<TrialId> stopped = new HashSet<>();
    private int copies;
    private Optional<Pace> pace = Optional.empty();
    private final BestSoFar best;

    public Progress(Plan plan) {
        total = total(plan);
        planned = plan.trials().size();
        proposed = plan.sweep().learning().isPresent()
                ? OptionalInt.of(plan.sweep().configurations().size())
                : OptionalInt.empty();
        metric = plan.sweep().objective().title();
        best = new BestSoFar(plan.sweep());
        stopping = plan.sweep().stopping().isPresent();
        remainingEstimate = plan.estimatedMillis();
        copies = (int)
                plan.trials().stream().filter(one -> one.sameAs().isPresent()).count();
        plan.trials().forEach(one -> unfinished.put(one.trial().id(), one));
    }

    /** How many trials there will be: those that a search proposes included, and those that finalists have at least. */
    private static int total(Plan plan) {
        Sweep sweep = plan.sweep();
        int first = sweep.size() * sweep.trialsAtFirst();
        int more = sweep.finalists()
                .map(finalists -> finalists.count() * (finalists.repeats() - 1))
                .orElse(0);
        return sweep.learning().isPresent() || sweep.finalists().isPresent()
                ? Math.max(plan.trials().size(), first + more)
                : plan.trials().size();
    }

    /** Finalists were granted more repeats. */
    public synchronized void granted(List<PlannedTrial> trials) {
        trials.forEach(one -> unfinished.put(one.trial().id(), one));
        planned += trials.size();
        total = Math.max(total, planned);
    }

    /** A search proposed one more configuration. */
    public synchronized void proposed(List<PlannedTrial> trials) {
        proposed = OptionalInt.of(proposed.orElse(0) + 1);
        planned += trials.size();
        trials.forEach(one -> unfinished.put(one.trial().id(), one));
    }

    /**
     * A trial that ended before this run.
     *
     * @param merit empty where it was not completed
     */
    public synchronized void endedBefore(PlannedTrial planned, TrialEnd end, Optional<Merit> merit) {
        count(planned, end, merit);
    }

    /**
     * A trial that ended in this run.
     *
     * @param merit empty where it was not completed
     */
    public synchronized void ended(PlannedTrial planned, TrialEnd end, Optional<Merit> merit) {
        count(planned, end, merit);
        finishedEstimate += planned.estimatedMillis();
    }

    /** A trial that had stopped goes on. */
    public synchronized void goesOn(TrialId trial) {
        stopped.remove(trial);
    }

    /**
     * Where it stands. Called at intervals, as time left counts what slots there were meanwhile.
     *
     * @param slots trials that can run at a time just now
     * @param elapsedMillis since the run began
     * @param told trials under way, as far as workers have told of them
     */
    public synchronized RunProgress now(int slots, long elapsedMillis, List<RunningTrial> told) {
        slotMillis += (double) slots * (elapsedMillis - lookedMillis);
        lookedMillis = elapsedMillis;
        double partly = told.stream().mapToDouble(this::trainedEstimate).sum();
        OptionalLong left = stopping
                ? OptionalLong.empty()
                : TimeLeft.millis(finishedEstimate + partly, remainingEstimate - partly, slotMillis, slots);
        pace = Optional.of(new Pace(slots, left));
        return new RunProgress(
                proposed,
                done + stopped.size(),
                total,
                failed,
                stopped.size(),
                diverged,
                Math.min(slots, total - done - stopped.size() - copies),
                best.leader()
                        .map(one -> new RunProgress.Best(
                                metric, one.objective(), one.trial().id())),
                left,
                told.stream().map(this::slot).toList());
    }

    /** Milliseconds until the end, as of the last {@link #now}; empty where nothing is known. */
    public synchronized OptionalLong leftMillis() {
        return pace.map(Pace::leftMillis).orElseGet(OptionalLong::empty);
    }

    /** How fast it goes, as of the last {@link #now}; empty before. */
    public synchronized Optional<Pace> pace() {
        return pace;
    }

    /** What of a trial under way has been trained was estimated to take so long. */
    private double trainedEstimate(RunningTrial trial) {
        PlannedTrial planned = unfinished.get(trial.id());
        return planned == null ? 0 : planned.estimatedMillis() * (trial.epoch() - 1) / trial.epochs();
    }

    private RunProgress.Slot slot(RunningTrial trial) {
        PlannedTrial planned = unfinished.get(trial.id());
        String label = planned == null ? "" : planned.trial().configuration().label();
        return new RunProgress.Slot(label, trial.id(), trial.epoch(), trial.epochs(), trial.loss());
    }

    /** The first trials of the plan that have not ended, at most so many, in order. */
    public synchronized Set<TrialId> open(int most) {
        Set<TrialId> open = new LinkedHashSet<>();
        Iterator<TrialId> ids = unfinished.keySet().iterator();
        while (ids.hasNext() && open.size() < most) {
            open.add(ids.next());
        }
        return open;
    }

    private void count(PlannedTrial planned, TrialEnd end, Optional<Merit> merit) {
        if (end == TrialEnd.STOPPED) {
            stopped.add(planned.trial().id());
            return;
        }
        stopped.remove(planned.trial().id());
        done++;
        unfinished.remove(planned.trial().id());
        copies -= planned.sameAs().isPresent() ? 1 : 0;
        remainingEstimate -= planned.estimatedMillis();
        switch (end) {
            case STOPPED -> throw new AssertionError(planned);
            case FAILED -> failed++;
            case DIVERGED -> diverged++;
            case COMPLETED -> merit.ifPresent(one -> best.add(planned.trial(), one));
        }
    }
}
