package nightsweep.driver.proposal;

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
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** Trains each proposal to its end, which is what the search is told of it. */
final class WholeProposals extends ProposalAgenda {
    private final Proposer proposer;
    private final Losses losses;
    private final Map<TrialId, Double> ended = new HashMap<>();
    private final Map<TrialId, List<Integer>> proposals = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();
    private final Deque<Trial> due = new ArrayDeque<>();
    private final Set<TrialId> given = new HashSet<>();
    private int begun;
    private int underWay;

    WholeProposals(Sweep sweep, Known known, Hearers hearers) {
        super(sweep, known, hearers);
        Learning learning = sweep.learning().orElseThrow();
        this.proposer = new Proposer(learning, learning.search(), hearers.proposed());
        this.losses = new Losses(sweep);
    }

    @Override
    Proposer proposer() {
        return proposer;
    }

    @Override
    void take(Trial trial, TrialOutcome outcome) {
        ended.put(trial.id(), losses.of(trial, outcome));
    }

    @Override
    void takeNothing(Trial trial) {
        ended.put(trial.id(), Double.NaN);
    }

    @Override
    boolean knows(Trial trial) {
        return ended.containsKey(trial.id()) || given.contains(trial.id());
    }

    @Override
    void begin(List<Trial> repeats) {
        begun++;
        for (Trial trial : repeats) {
            proposals.computeIfAbsent(trial.id(), id -> new ArrayList<>()).add(begun);
            if (!ended.containsKey(trial.id()) && given.add(trial.id())) {
                due.add(trial);
            }
        }
        settle(begun);
    }

    private void settle(int number) {
        List<Trial> repeats = proposer.trials(number);
        if (repeats.stream().allMatch(trial -> ended.containsKey(trial.id())) && settled.add(number)) {
            double sum = 0;
            for (Trial trial : repeats) {
                sum += ended.getOrDefault(trial.id(), Double.NaN);
            }
            proposer.tell(number, sum / repeats.size());
        }
    }

    @Override
    public void propose() throws IOException {
        boolean more = true;
        while (due.isEmpty() && more) {
            more = proposeOne();
        }
    }

    @Override
    public Optional<Due> next() {
        try {
            propose();
        } catch (IOException e) {
            hearers().trouble().accept(e);
            return Optional.empty();
        }
        Trial trial = due.poll();
        if (trial == null) {
            return Optional.empty();
        }
        underWay++;
        return Optional.of(new Due(trial, known().traces().test(trial.id()) ? Traces.MAYBE : Traces.NONE));
    }

    @Override
    public void ended(FanOut.Ended end) {
        Trial trial = end.trial();
        underWay--;
        try {
            take(
                    trial,
                    known().outcomes()
                            .of(trial.id())
                            .orElseThrow(() -> new IOException("the outcome of trial " + trial.id() + " is gone")));
            proposals.getOrDefault(trial.id(), List.of()).forEach(this::settle);
        } catch (IOException e) {
            hearers().trouble().accept(e);
        }
    }

    @Override
    public boolean over() {
        return proposer.ended() && due.isEmpty() && underWay == 0;
    }

    @Override
    public Set<TrialId> control() {
        return Set.of();
    }

    @Override
    public List<String> decisions() {
        return List.of();
    }
}
