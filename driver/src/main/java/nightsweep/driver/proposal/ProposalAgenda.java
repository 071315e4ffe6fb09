package nightsweep.driver.proposal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nightsweep.driver.schedule.Agenda;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Trains what a search proposes as soon as it can propose it. A configuration's repeats are one proposal, and the mean of
 * their figures is its result; where one of them came to nothing, so did it. Proposals that are written stand; all others
 * follow from outcomes alone. Used by one thread.
 */
public abstract sealed class ProposalAgenda implements Agenda permits WholeProposals, RungProposals {
    private final Sweep sweep;
    private final Known known;
    private final Hearers hearers;

    ProposalAgenda(Sweep sweep, Known known, Hearers hearers) {
        this.sweep = sweep;
        this.known = known;
        this.hearers = hearers;
    }

    /** Where outcomes are read. */
    @FunctionalInterface
    public interface Outcomes {
        /** Of a trial; empty where there is none that can be used. */
        Optional<TrialOutcome> of(TrialId id) throws IOException;
    }

    /** Takes note of a proposal before its trials begin. */
    @FunctionalInterface
    public interface Taker {
        /** Returns its trials; one that cannot be trained has an outcome. */
        List<Trial> take(Proposal proposal, Configuration configuration) throws IOException;
    }

    /**
     * What there is already.
     *
     * @param standing proposals that are written
     * @param ended outcomes; of trials that are not there and not {@code open}, nothing comes
     * @param open trials that are to be trained
     * @param traces whether the run directory may hold anything of a trial
     * @param outcomes those that are there when it is asked
     */
    public record Known(
            List<Proposal> standing,
            List<TrialOutcome> ended,
            Predicate<TrialId> open,
            Predicate<TrialId> traces,
            Outcomes outcomes) {}

    /**
     * Who hears of what happens.
     *
     * @param proposed a proposal that nobody made before
     * @param goesOn a trial that had paused at a rung
     * @param decided that something was decided at a rung
     * @param trouble what cannot be read or written: nothing can be proposed any more
     */
    public record Hearers(Taker proposed, Consumer<Trial> goesOn, Runnable decided, Consumer<IOException> trouble) {}

    /**
     * That of a sweep whose search learns.
     *
     * @param sweep whose first configurations are the proposals that stand
     */
    public static ProposalAgenda of(Sweep sweep, Known known, Hearers hearers) {
        ProposalAgenda agenda = sweep.stopping().isPresent()
                ? new RungProposals(sweep, sweep.stopping().get(), known, hearers)
                : new WholeProposals(sweep, known, hearers);
        agenda.standing();
        return agenda;
    }

    private void standing() {
        Map<TrialId, TrialOutcome> before = new HashMap<>();
        known.ended().forEach(outcome -> before.put(outcome.id(), outcome));
        List<Trial> all = sweep.trials();
        for (Proposal proposal : known.standing()) {
            int first = (proposal.number() - 1) * sweep.trialsAtFirst();
            List<Trial> repeats = all.subList(first, first + sweep.trialsAtFirst());
            for (Trial trial : repeats) {
                TrialOutcome outcome = before.get(trial.id());
                if (outcome != null) {
                    take(trial, outcome);
                } else if (!known.open().test(trial.id())) {
                    takeNothing(trial);
                }
            }
            proposer().stands(proposal, repeats);
            begin(repeats);
        }
    }

    /** Makes the next proposal, and begins with it; returns whether there was one. */
    final boolean proposeOne() throws IOException {
        Optional<List<Trial>> made = proposer().next();
        if (made.isEmpty()) {
            return false;
        }
        for (Trial trial : made.get()) {
            Optional<TrialOutcome> there =
                    knows(trial) ? Optional.empty() : known.outcomes().of(trial.id());
            if (there.isPresent()) {
                take(trial, there.get());
            }
        }
        begin(made.get());
        return true;
    }

    abstract Proposer proposer();

    /** Takes note of an outcome. */
    abstract void take(Trial trial, TrialOutcome outcome);

    /** Takes note of a trial of which nothing comes. */
    abstract void takeNothing(Trial trial);

    /** Whether a trial has ended, or is given out or due. */
    abstract boolean knows(Trial trial);

    /** Takes up the trials of the next proposal. */
    abstract void begin(List<Trial> repeats);

    /** Makes proposals until one has something to train, or none can be made. */
    public abstract void propose() throws IOException;

    /** Whether all is proposed, and nothing is to be trained any more. */
    public abstract boolean over();

    /** The first trial of each proposal that had fallen behind and is trained to its end all the same. */
    public abstract Set<TrialId> control();

    /** What was decided at rungs so far, a line each. */
    public abstract List<String> decisions();

    /** Makes the first proposals that there are not yet, which need no results. */
    public final void begin(int count) throws IOException {
        boolean more = true;
        while (more && proposer().count() < count) {
            more = proposeOne();
        }
    }

    /** Proposals that stand, but are not what comes of the results that there are; by number. */
    public final List<Integer> different() {
        return redone().stream()
                .filter(Redone::differs)
                .map(one -> one.written().number())
                .toList();
    }

    /** The proposals that stand, each with what comes of the results that there are. */
    public final List<Redone> redone() {
        return proposer().redone();
    }

    /** All proposals so far, in order. */
    public final List<Proposal> proposals() {
        return proposer().proposals();
    }

    /** The trials of a proposal. */
    public final List<Trial> trials(int number) {
        return proposer().trials(number);
    }

    final Hearers hearers() {
        return hearers;
    }

    final Known known() {
        return known;
    }
}
