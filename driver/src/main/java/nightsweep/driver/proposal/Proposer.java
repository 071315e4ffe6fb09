package nightsweep.driver.proposal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Trial;

/** Makes proposals, and keeps count of those that were made before. Used by one thread. */
final class Proposer {
    private final Learning learning;
    private final Search search;
    private final ProposalAgenda.Taker taker;
    private final List<Redone> redone = new ArrayList<>();
    private final List<Proposal> made = new ArrayList<>();
    private final List<List<Trial>> trials = new ArrayList<>();

    Proposer(Learning learning, Search search, ProposalAgenda.Taker taker) {
        this.learning = learning;
        this.search = search;
        this.taker = taker;
    }

    /** What is written is compared with what comes of the results that there are, as far as there are. */
    void stands(Proposal proposal, List<Trial> repeats) {
        redone.add(new Redone(proposal, search.asked()));
        made.add(proposal);
        trials.add(List.copyOf(repeats));
        search.stands(proposal.point());
    }

    /** Makes the next proposal; gives its trials. Empty where it cannot be made yet, or there is none. */
    Optional<List<Trial>> next() throws IOException {
        if (!(search.next() instanceof Step.Try one)) {
            return Optional.empty();
        }
        Proposal proposal = one.proposal();
        made.add(proposal);
        Configuration configuration;
        try {
            configuration = learning.offer().configuration(proposal.number(), proposal.point());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        List<Trial> repeats = List.copyOf(taker.take(proposal, configuration));
        trials.add(repeats);
        return Optional.of(repeats);
    }

    /** Tells the search of a result, where it does not read them itself. */
    void tell(int number, double loss) {
        search.tell(number, loss);
    }

    /** Whether nothing more is proposed. */
    boolean ended() {
        return search.ended();
    }

    /** The proposals that stand, each with what comes of the results that there are. */
    List<Redone> redone() {
        return List.copyOf(redone);
    }

    /** All proposals so far, in order. */
    List<Proposal> proposals() {
        return List.copyOf(made);
    }

    int count() {
        return made.size();
    }

    /** The trials of a proposal. */
    List<Trial> trials(int number) {
        return trials.get(number - 1);
    }
}
