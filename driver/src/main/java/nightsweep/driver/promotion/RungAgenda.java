package nightsweep.driver.promotion;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.driver.search.rungs.Entry;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.driver.search.rungs.Rungs;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Trains configurations up to rungs, from which most go no further. All of it follows from the outcomes that there are: what
 * a run before had decided is decided again. Used by one thread.
 */
public final class RungAgenda implements Agenda {
    private final StoppingSpec stopping;
    private final long seed;
    private final RungPlan plan;
    private final Rungs rungs;
    private final Outcomes outcomes;
    private final Predicate<TrialId> traces;
    private final Hearers hearers;
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<TrialId, Contender> byTrial = new HashMap<>();
    private final Set<TrialId> underWay = new HashSet<>();
    private final Deque<Due> due = new ArrayDeque<>();
    private final List<Contender> control = new ArrayList<>();
    private boolean drawn;
    private boolean ofControl;
    private boolean ready;

    /** Where outcomes are read. */
    @FunctionalInterface
    public interface Outcomes {
        /** Of a trial; empty where there is none that can be used. */
        Optional<TrialOutcome> of(TrialId id) throws IOException;
    }

    /**
     * Who hears of what happens.
     *
     * @param goesOn a trial that had paused
     * @param decided that something was decided
     * @param trouble an outcome that cannot be read: nothing can be decided any more
     */
    public record Hearers(Consumer<Trial> goesOn, Runnable decided, Consumer<IOException> trouble) {}

    /**
     * @param trials that are to be trained, each configuration's one after the other
     * @param known outcomes that there are already
     * @param traces whether the run directory may hold anything of a trial
     */
    public RungAgenda(
            Sweep sweep,
            StoppingSpec stopping,
            List<Trial> trials,
            List<TrialOutcome> known,
            Predicate<TrialId> traces,
            Outcomes outcomes,
            Hearers hearers) {
        this.stopping = stopping;
        this.seed = sweep.seed();
        this.outcomes = outcomes;
        this.traces = traces;
        this.hearers = hearers;
        List<List<Trial>> configurations = configurations(trials);
        int last = sweep.configurations().get(0).training().epochs();
        this.plan = RungPlan.of(stopping, configurations.size(), last);
        this.rungs = new Rungs(plan);
        for (List<Trial> repeats : configurations) {
            Contender contender = new Contender(repeats, plan, sweep.objective().metric());
            contenders.add(contender);
            repeats.forEach(trial -> byTrial.put(trial.id(), contender));
            rungs.begin(contenders.size());
        }
        known.forEach(this::take);
        settle();
        ready = true;
    }

    private static List<List<Trial>> configurations(List<Trial> trials) {
        List<List<Trial>> all = new ArrayList<>();
        int before = 0;
        for (Trial trial : trials) {
            int number = trial.configuration().number();
            if (number != before) {
                all.add(new ArrayList<>());
                before = number;
            }
            all.get(all.size() - 1).add(trial);
        }
        return all;
    }

    @Override
    public Optional<Due> next() {
        if (due.isEmpty() && underWay.isEmpty()) {
            drawControl();
        }
        Due next = due.poll();
        if (next == null) {
            return Optional.empty();
        }
        underWay.add(next.trial().id());
        if (next.epochs() > plan.epochs().get(0)) {
            hearers.goesOn().accept(next.trial());
        }
        return Optional.of(next);
    }

    @Override
    public void ended(FanOut.Ended ended) {
        TrialId id = ended.trial().id();
        underWay.remove(id);
        try {
            take(outcomes.of(id).orElseThrow(() -> new IOException("the outcome of trial " + id + " is gone")));
            settle();
        } catch (IOException e) {
            hearers.trouble().accept(e);
        }
    }

    /** Whether nothing is to be trained any more, and nothing is under way. */
    public boolean over() {
        if (due.isEmpty() && underWay.isEmpty()) {
            drawControl();
        }
        return due.isEmpty() && underWay.isEmpty();
    }

    /** What was decided so far, a line each. */
    public List<String> decisions() {
        return DecisionLines.of(
                plan,
                rungs.decisions(),
                number -> contenders.get(number - 1).first().id(),
                (rung, number) -> contenders.get(number - 1).loss(rung),
                drawn ? control.stream().map(one -> one.first().id()).toList() : List.of());
    }

    private void take(TrialOutcome outcome) {
        Contender contender = byTrial.get(outcome.id());
        if (contender != null) {
            contender.take(outcome);
        }
    }

    /** Tells all results that are known, as often as that opens others that are, and looks what is to be trained then. */
    private void settle() {
        int before = rungs.decisions().size();
        boolean told = true;
        while (told) {
            told = false;
            for (Entry entry : rungs.open()) {
                Contender contender = contenders.get(entry.number() - 1);
                if (contender.missing(entry.rung()).isEmpty()) {
                    rungs.tell(entry, contender.loss(entry.rung()));
                    told = true;
                }
            }
        }
        if (!ofControl) {
            due.clear();
            for (Entry entry : rungs.open()) {
                add(contenders.get(entry.number() - 1), entry.rung());
            }
        }
        if (ready && rungs.decisions().size() > before) {
            hearers.decided().run();
        }
    }

    private void add(Contender contender, int rung) {
        for (Trial trial : contender.missing(rung)) {
            if (!underWay.contains(trial.id())) {
                boolean maybe = contender.begun(trial) || traces.test(trial.id());
                due.add(new Due(
                        trial, maybe ? Traces.MAYBE : Traces.NONE, plan.epochs().get(rung)));
            }
        }
    }

    /** Once nothing is open any more: a share of the stopped goes to the end, to show what stopping loses. */
    private void drawControl() {
        if (drawn) {
            return;
        }
        drawn = true;
        ofControl = true;
        for (Entry entry : rungs.control(seed, stopping.control())) {
            Contender contender = contenders.get(entry.number() - 1);
            control.add(contender);
            add(contender, plan.rungs() - 1);
        }
        if (!control.isEmpty()) {
            hearers.decided().run();
        }
    }
}
