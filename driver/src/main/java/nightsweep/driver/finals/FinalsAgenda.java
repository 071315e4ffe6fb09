package nightsweep.driver.finals;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Trains what another agenda says, and once that is over more repeats of the best. Rounds that are written stand; all others
 * follow from outcomes alone. Used by one thread.
 */
public final class FinalsAgenda implements Agenda {
    private final Agenda before;
    private final BooleanSupplier beforeOver;
    private final Supplier<List<Trial>> candidates;
    private final Sweep sweep;
    private final Figures read;
    private final Predicate<TrialId> traces;
    private final Hearers hearers;
    private final Iterator<FinalsRound> standing;
    private final Finals finals;
    private final Map<Integer, Trial> firsts = new HashMap<>();
    private final Deque<Trial> due = new ArrayDeque<>();
    private final Set<TrialId> underWay = new HashSet<>();
    private final List<FinalsRound> rounds = new ArrayList<>();
    private final List<Redone> redone = new ArrayList<>();
    private int given;
    private boolean begun;
    private boolean ended;

    /**
     * A round that is written, and what would be granted now in its place.
     *
     * @param again empty where nothing would
     * @param follows whether it is the same, or was granted when fewer configurations had been tried
     */
    public record Redone(FinalsRound written, Optional<FinalsRound> again, boolean follows) {}

    /** Where figures are read. */
    @FunctionalInterface
    public interface Figures {
        /** What a trial is ranked by, NaN where nothing came of it; empty where it has not ended. */
        OptionalDouble of(Trial trial) throws IOException;
    }

    /** Takes note of a round before its trials begin. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes note of it.
         *
         * @param rounds all so far
         * @param granted how many repeats that comes to, by the number of the configuration
         */
        void take(List<FinalsRound> rounds, Map<Integer, Integer> granted) throws IOException;
    }

    /**
     * Who hears of what happens.
     *
     * @param granted a round that nobody had granted before
     * @param trouble what cannot be read or written: nothing can be granted any more
     */
    public record Hearers(Taker granted, Consumer<IOException> trouble) {}

    /**
     * @param before what is trained first, once each
     * @param beforeOver whether all of that is decided, and nothing of it is to be trained any more
     * @param candidates the first trials of configurations that may be chosen, asked when that is over
     * @param standing rounds that are written already
     * @param traces whether the run directory may hold anything of a trial
     */
    public FinalsAgenda(
            Sweep sweep,
            Agenda before,
            BooleanSupplier beforeOver,
            Supplier<List<Trial>> candidates,
            List<FinalsRound> standing,
            Figures read,
            Predicate<TrialId> traces,
            Hearers hearers) {
        this.sweep = sweep;
        this.before = before;
        this.beforeOver = beforeOver;
        this.candidates = candidates;
        this.standing = List.copyOf(standing).iterator();
        this.read = read;
        this.traces = traces;
        this.hearers = hearers;
        this.finals =
                new Finals(sweep.finalists().orElseThrow(), sweep.objective().goal());
    }

    @Override
    public Optional<Due> next() {
        Optional<Due> first = begun ? Optional.empty() : before.next();
        if (first.isPresent()) {
            given++;
            return first;
        }
        try {
            seek();
        } catch (IOException e) {
            hearers.trouble().accept(e);
            return Optional.empty();
        }
        Trial trial = due.poll();
        if (trial == null) {
            return Optional.empty();
        }
        underWay.add(trial.id());
        return Optional.of(new Due(trial, traces.test(trial.id()) ? Traces.MAYBE : Traces.NONE));
    }

    @Override
    public void ended(FanOut.Ended end) {
        Trial trial = end.trial();
        if (!underWay.remove(trial.id())) {
            given--;
            before.ended(end);
            return;
        }
        try {
            take(
                    trial,
                    read.of(trial)
                            .orElseThrow(() -> new IOException("the outcome of trial " + trial.id() + " is gone")));
        } catch (IOException e) {
            hearers.trouble().accept(e);
        }
    }

    /** Grants repeats until there is something to train, or there is nothing to grant, or results are waited for. */
    public void seek() throws IOException {
        if (given > 0 || !beforeOver.getAsBoolean()) {
            return;
        }
        if (!begun) {
            begun = true;
            for (Trial trial : candidates.get()) {
                int number = trial.configuration().number();
                firsts.put(number, trial);
                finals.add(number, trial.id());
                take(trial, read.of(trial).orElse(Double.NaN));
            }
        }
        while (due.isEmpty() && underWay.isEmpty() && !ended) {
            Optional<FinalsRound> expected = finals.next();
            if (standing.hasNext()) {
                FinalsRound stands = standing.next();
                boolean earlier = stands.choice() && stands.compared() != firsts.size();
                redone.add(new Redone(stands, expected, earlier || expected.equals(Optional.of(stands))));
                carryOut(stands);
            } else if (expected.isPresent()) {
                Map<Integer, Integer> now = carryOut(expected.get());
                hearers.granted().take(List.copyOf(rounds), finals.granted());
                ended = now.isEmpty();
            } else {
                ended = true;
            }
        }
    }

    private Map<Integer, Integer> carryOut(FinalsRound round) throws IOException {
        rounds.add(round);
        Map<Integer, Integer> now = finals.apply(round);
        for (Map.Entry<Integer, Integer> one : now.entrySet()) {
            Trial first = Optional.ofNullable(firsts.get(one.getKey())).orElseThrow();
            for (int repeat = 1; repeat < one.getValue(); repeat++) {
                Trial trial = sweep.trial(first.configuration(), repeat);
                OptionalDouble figure = read.of(trial);
                if (figure.isPresent()) {
                    take(trial, figure.getAsDouble());
                } else {
                    due.add(trial);
                }
            }
        }
        return now;
    }

    private void take(Trial trial, double figure) {
        finals.take(trial.configuration().number(), trial.repeat(), figure);
    }

    /** Whether nothing more is granted, and all that was is trained. */
    public boolean over() {
        return ended && due.isEmpty() && underWay.isEmpty();
    }

    /** Whether a round that stands is not what comes of the results that there are. */
    public boolean different() {
        return redone.stream().anyMatch(one -> !one.follows());
    }

    /** The written rounds that could be worked out again, in order. */
    public List<Redone> redone() {
        return List.copyOf(redone);
    }
}
