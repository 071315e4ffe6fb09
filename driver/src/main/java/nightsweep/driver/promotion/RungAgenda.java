package nightsweep.driver.promotion;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nightsweep.driver.promotion.Ladder.Leg;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.Turn.Traces;
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
    private final Ladder ladder;
    private final More more;
    private final Outcomes outcomes;
    private final Predicate<TrialId> traces;
    private final Hearers hearers;
    private final Set<TrialId> underWay = new HashSet<>();
    private final Deque<Leg> due = new ArrayDeque<>();
    private boolean ready;

    /** Where outcomes are read. */
    @FunctionalInterface
    public interface Outcomes {
        /** Of a trial; empty where there is none that can be used. */
        Optional<TrialOutcome> of(TrialId id) throws IOException;
    }

    /** Where more configurations come from while others are trained. */
    public interface More {
        /** Nothing more comes. */
        More NONE = new More() {
            @Override
            public boolean begin() {
                return false;
            }

            @Override
            public boolean ended() {
                return true;
            }
        };

        /**
         * Lets the next begin on the ladder, where it is known yet which it is, and {@linkplain #settle settles}; returns
         * whether it did.
         */
        boolean begin() throws IOException;

        /** Whether all have begun. */
        boolean ended();
    }

    /**
     * Who hears of what happens.
     *
     * @param goesOn a trial that had paused
     * @param decided that something was decided
     * @param trouble an outcome that cannot be read, or what cannot be written: nothing can be decided any more
     */
    public record Hearers(Consumer<Trial> goesOn, Runnable decided, Consumer<IOException> trouble) {}

    /**
     * Of configurations of which more may begin.
     *
     * @param ladder on which those have begun that are known, with all outcomes that there are
     * @param traces whether the run directory may hold anything of a trial
     */
    public RungAgenda(Ladder ladder, More more, Predicate<TrialId> traces, Outcomes outcomes, Hearers hearers) {
        this.ladder = ladder;
        this.more = more;
        this.traces = traces;
        this.outcomes = outcomes;
        this.hearers = hearers;
        settle();
        ready = true;
    }

    /**
     * Of trials that are all known.
     *
     * @param trials that are to be trained, each configuration's one after the other
     * @param known outcomes that there are already
     * @param traces whether the run directory may hold anything of a trial
     */
    public static RungAgenda of(
            Sweep sweep,
            StoppingSpec stopping,
            List<Trial> trials,
            List<TrialOutcome> known,
            Predicate<TrialId> traces,
            Outcomes outcomes,
            Hearers hearers) {
        List<List<Trial>> configurations = configurations(trials);
        Ladder ladder = new Ladder(sweep, stopping, configurations.size());
        configurations.forEach(ladder::begin);
        known.forEach(ladder::take);
        return new RungAgenda(ladder, More.NONE, traces, outcomes, hearers);
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
        try {
            seek();
        } catch (IOException e) {
            hearers.trouble().accept(e);
            return Optional.empty();
        }
        drawControl();
        Leg next = due.poll();
        if (next == null) {
            return Optional.empty();
        }
        Trial trial = next.trial();
        underWay.add(trial.id());
        if (next.epochs() > ladder.firstEpoch()) {
            hearers.goesOn().accept(trial);
        }
        boolean maybe = next.known() || traces.test(trial.id());
        return Optional.of(new Due(trial, maybe ? Traces.MAYBE : Traces.NONE, next.epochs()));
    }

    /** Lets configurations begin until there is something to train, or none can begin. */
    public void seek() throws IOException {
        boolean begun = true;
        while (due.isEmpty() && begun) {
            begun = more.begin();
        }
    }

    @Override
    public void ended(FanOut.Ended ended) {
        TrialId id = ended.trial().id();
        underWay.remove(id);
        try {
            ladder.take(outcomes.of(id).orElseThrow(() -> new IOException("the outcome of trial " + id + " is gone")));
            settle();
        } catch (IOException e) {
            hearers.trouble().accept(e);
        }
    }

    /** Whether nothing is to be trained any more, and nothing is under way. */
    public boolean over() {
        drawControl();
        return more.ended() && due.isEmpty() && underWay.isEmpty();
    }

    /** The first trial of each configuration that had fallen behind and is trained to its end all the same. */
    public Set<TrialId> control() {
        return ladder.control();
    }

    /** What was decided so far, a line each. */
    public List<String> decisions() {
        return ladder.decisions();
    }

    /** Decides what can be decided, and looks what is to be trained then. */
    public void settle() {
        boolean decided = ladder.settle();
        if (!ladder.drewControl()) {
            due.clear();
            add(ladder.open());
        }
        if (ready && decided) {
            hearers.decided().run();
        }
    }

    private void drawControl() {
        if (due.isEmpty() && underWay.isEmpty() && more.ended() && !ladder.drewControl()) {
            add(ladder.drawControl());
            if (!due.isEmpty()) {
                hearers.decided().run();
            }
        }
    }

    private void add(List<Leg> legs) {
        Set<TrialId> given = new HashSet<>(underWay);
        for (Leg leg : legs) {
            if (given.add(leg.trial().id())) {
                due.add(leg);
            }
        }
    }
}
