package nightsweep.driver.proposal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.promotion.Ladder;
import nightsweep.driver.promotion.RungAgenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** Trains proposals up to rungs, at which the search sees how they stand. */
final class RungProposals extends ProposalAgenda {
    private final Ladder ladder;
    private final Proposer proposer;
    private final RungAgenda agenda;

    RungProposals(Sweep sweep, StoppingSpec stopping, Known known, Hearers hearers) {
        super(sweep, known, hearers);
        Learning learning = sweep.learning().orElseThrow();
        this.ladder = new Ladder(sweep, stopping, learning.settings().trials());
        this.proposer = new Proposer(learning, learning.search(ladder), hearers.proposed());
        RungAgenda.More more = new RungAgenda.More() {
            @Override
            public boolean begin() throws IOException {
                return proposeOne();
            }

            @Override
            public boolean ended() {
                return proposer.ended();
            }
        };
        this.agenda = new RungAgenda(
                ladder,
                more,
                known.traces(),
                known.outcomes()::of,
                new RungAgenda.Hearers(hearers.goesOn(), hearers.decided(), hearers.trouble()));
    }

    @Override
    Proposer proposer() {
        return proposer;
    }

    @Override
    void take(Trial trial, TrialOutcome outcome) {
        ladder.take(outcome);
    }

    @Override
    void takeNothing(Trial trial) {
        ladder.takeNothing(trial.id());
    }

    @Override
    boolean knows(Trial trial) {
        return ladder.knows(trial.id());
    }

    /** So that the next sees what is known of it. */
    @Override
    void begin(List<Trial> repeats) {
        ladder.begin(repeats);
        agenda.settle();
    }

    @Override
    public void propose() throws IOException {
        agenda.seek();
    }

    @Override
    public Optional<Due> next() {
        return agenda.next();
    }

    @Override
    public void ended(FanOut.Ended ended) {
        agenda.ended(ended);
    }

    @Override
    public boolean over() {
        return agenda.over();
    }

    @Override
    public Set<TrialId> control() {
        return agenda.control();
    }

    @Override
    public List<String> decisions() {
        return agenda.decisions();
    }
}
