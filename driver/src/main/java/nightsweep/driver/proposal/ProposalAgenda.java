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
import java.util.function.Consumer;
import java.util.function.Predicate;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Trains what a search proposes as soon as it can propose it. A configuration's repeats are one proposal, and the mean of
 * their figures is its result; where one of them came to nothing, so did it. Proposals that are written stand; all others
 * follow from outcomes alone. Used by one thread.
 */
public final class ProposalAgenda implements Agenda {
    private final Search search;
    private final Learning learning;
    private final Losses losses;
    private final Outcomes outcomes;
    private final Predicate<TrialId> traces;
    private final Hearers hearers;
    private final Map<TrialId, Double> known = new HashMap<>();
    private final Map<TrialId, List<Integer>> proposals = new HashMap<>();
    private final List<List<Trial>> trials = new ArrayList<>();
    private final Set<Integer> settled = new HashSet<>();
    private final Deque<Trial> due = new ArrayDeque<>();
    private final Set<TrialId> given = new HashSet<>();
    private final List<Integer> different = new ArrayList<>();
    private final List<Proposal> made = new ArrayList<>();
    private int underWay;

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
     * Who hears of what happens.
     *
     * @param proposed a proposal that nobody made before
     * @param trouble what cannot be read or written: nothing can be proposed any more
     */
    public record Hearers(Taker proposed, Consumer<IOException> trouble) {}

    /**
     * @param sweep whose first configurations are the proposals that stand
     * @param standing proposals that are written already
     * @param ended outcomes that there are already, by trial; of those that are not there and not {@code open}, nothing comes
     * @param open trials that are to be trained
     * @param traces whether the run directory may hold anything of a trial
     */
    public ProposalAgenda(
            Sweep sweep,
            List<Proposal> standing,
            List<TrialOutcome> ended,
            Predicate<Trial> open,
            Predicate<TrialId> traces,
            Outcomes outcomes,
            Hearers hearers) {
        this.learning = sweep.learning().orElseThrow();
        this.search = learning.search();
        this.losses = new Losses(sweep);
        this.outcomes = outcomes;
        this.traces = traces;
        this.hearers = hearers;
        Map<TrialId, TrialOutcome> before = new HashMap<>();
        ended.forEach(outcome -> before.put(outcome.id(), outcome));
        List<Trial> all = sweep.trials();
        for (Proposal proposal : standing) {
            int first = (proposal.number() - 1) * sweep.repeats();
            List<Trial> repeats = all.subList(first, first + sweep.repeats());
            for (Trial trial : repeats) {
                TrialOutcome outcome = before.get(trial.id());
                if (outcome != null) {
                    known.put(trial.id(), losses.of(trial, outcome));
                } else if (!open.test(trial)) {
                    known.put(trial.id(), Double.NaN);
                }
            }
            stands(proposal);
            add(repeats);
        }
    }

    /** What is written is compared with what comes of the results that there are, as far as there are. */
    private void stands(Proposal proposal) {
        if (search.asked() instanceof Step.Try one && !one.proposal().point().equals(proposal.point())) {
            different.add(proposal.number());
        }
        made.add(proposal);
        search.stands(proposal.point());
    }

    /** Takes up the trials of the next proposal. */
    private void add(List<Trial> repeats) {
        trials.add(List.copyOf(repeats));
        int number = trials.size();
        for (Trial trial : repeats) {
            proposals.computeIfAbsent(trial.id(), id -> new ArrayList<>()).add(number);
            if (!known.containsKey(trial.id()) && given.add(trial.id())) {
                due.add(trial);
            }
        }
        settle(number);
    }

    private void settle(int number) {
        List<Trial> repeats = trials.get(number - 1);
        if (repeats.stream().allMatch(trial -> known.containsKey(trial.id())) && settled.add(number)) {
            double sum = 0;
            for (Trial trial : repeats) {
                sum += known.getOrDefault(trial.id(), Double.NaN);
            }
            search.tell(number, sum / repeats.size());
        }
    }

    @Override
    public Optional<Due> next() {
        try {
            propose();
        } catch (IOException e) {
            hearers.trouble().accept(e);
            return Optional.empty();
        }
        Trial trial = due.poll();
        if (trial == null) {
            return Optional.empty();
        }
        underWay++;
        return Optional.of(new Due(trial, traces.test(trial.id()) ? Traces.MAYBE : Traces.NONE));
    }

    /** Makes the first proposals that there are not yet, which need no results. */
    public void begin(int count) throws IOException {
        while (search.proposed() < count && search.next() instanceof Step.Try one) {
            take(one.proposal());
        }
    }

    /** Makes proposals until one has something to train, or none can be made. */
    public void propose() throws IOException {
        boolean more = true;
        while (due.isEmpty() && more) {
            Step step = search.next();
            more = step instanceof Step.Try;
            if (step instanceof Step.Try one) {
                take(one.proposal());
            }
        }
    }

    private void take(Proposal proposal) throws IOException {
        made.add(proposal);
        Configuration configuration;
        try {
            configuration = learning.offer().configuration(proposal.number(), proposal.point());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        List<Trial> repeats = hearers.proposed().take(proposal, configuration);
        for (Trial trial : repeats) {
            Optional<TrialOutcome> refused = known.containsKey(trial.id()) || given.contains(trial.id())
                    ? Optional.empty()
                    : outcomes.of(trial.id());
            refused.ifPresent(outcome -> known.put(trial.id(), losses.of(trial, outcome)));
        }
        add(repeats);
    }

    @Override
    public void ended(FanOut.Ended ended) {
        Trial trial = ended.trial();
        underWay--;
        try {
            TrialOutcome outcome = outcomes.of(trial.id())
                    .orElseThrow(() -> new IOException("the outcome of trial " + trial.id() + " is gone"));
            known.put(trial.id(), losses.of(trial, outcome));
            proposals.getOrDefault(trial.id(), List.of()).forEach(this::settle);
        } catch (IOException e) {
            hearers.trouble().accept(e);
        }
    }

    /** Whether all is proposed, and nothing is to be trained any more. */
    public boolean over() {
        return search.over() && due.isEmpty() && underWay == 0;
    }

    /** Proposals that stand, but are not what comes of the results that there are; by number. */
    public List<Integer> different() {
        return List.copyOf(different);
    }

    /** All proposals so far, in order. */
    public List<Proposal> proposals() {
        return List.copyOf(made);
    }

    /** The trials of a proposal. */
    public List<Trial> trials(int number) {
        return trials.get(number - 1);
    }
}
