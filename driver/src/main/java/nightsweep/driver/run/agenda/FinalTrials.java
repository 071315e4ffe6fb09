package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nightsweep.driver.application.Listener;
import nightsweep.driver.finals.FinalsAgenda;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.json.FinalsLines;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** A run whose best configurations are trained in more repeats once all others are decided. */
public final class FinalTrials implements OrderedTrials {
    private final RunDirectory directory;
    private final RunPlan plan;
    private final Progress progress;
    private final Optional<OrderedTrials> search;
    private final Once once;
    private final FinalsAgenda agenda;
    private Consumer<IOException> trouble = e -> {
        throw new UncheckedIOException(e);
    };

    /** @param search what decides which trials come first; empty where all are known and trained to their ends */
    public FinalTrials(
            RunDirectory directory,
            RunPlan plan,
            OpenTrials.Found open,
            Optional<OrderedTrials> search,
            Progress progress)
            throws RunDirectoryException {
        this.directory = directory;
        this.plan = plan;
        this.progress = progress;
        this.search = search;
        this.once = new Once(open);
        Agenda first = search.map(one -> one.agenda(problem -> trouble.accept(problem)))
                .orElse(once);
        BiFunction<Trial, TrialOutcome.Completed, Merit> merit = Summary.merit(plan.sweep());
        this.agenda = new FinalsAgenda(
                plan.sweep(),
                first,
                () -> search.map(OrderedTrials::over).orElseGet(once::over),
                this::candidates,
                directory.finals(),
                trial -> figure(trial, merit),
                open.known()::begun,
                new FinalsAgenda.Hearers(this::granted, problem -> trouble.accept(problem)));
    }

    /** Trials that are known beforehand, in the order of the plan. */
    private static final class Once implements Agenda {
        private final Agenda all;
        private int left;

        Once(OpenTrials.Found open) {
            List<Trial> begun = first(open.begun());
            List<Trial> fresh = first(open.fresh());
            this.all = Agenda.of(begun, fresh);
            this.left = begun.size() + fresh.size();
        }

        private static List<Trial> first(List<Trial> trials) {
            return trials.stream().filter(trial -> trial.repeat() == 0).toList();
        }

        @Override
        public Optional<Due> next() {
            return all.next();
        }

        @Override
        public void ended(FanOut.Ended ended) {
            left--;
        }

        boolean over() {
            return left == 0;
        }
    }

    /** One of each computation; what had fallen behind is none, even if it was trained to its end. */
    private List<Trial> candidates() {
        Set<TrialId> control = search.map(OrderedTrials::control).orElse(Set.of());
        return plan.now().trainable().stream()
                .filter(planned -> planned.sameAs().isEmpty())
                .map(PlannedTrial::trial)
                .filter(trial -> trial.repeat() == 0 && !control.contains(trial.id()))
                .toList();
    }

    private OptionalDouble figure(Trial trial, BiFunction<Trial, TrialOutcome.Completed, Merit> merit)
            throws IOException {
        Optional<TrialOutcome> outcome = directory
                .trials()
                .untold(trial.id())
                .filter(one -> !(one instanceof TrialOutcome.Stopped) || trial.repeat() == 0);
        if (outcome.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                outcome.get() instanceof TrialOutcome.Completed completed
                        ? merit.apply(trial, completed).objective()
                        : Double.NaN);
    }

    /** Written before the trials begin, so that whoever reads the run directory knows them. */
    private void granted(List<FinalsRound> rounds, Map<Integer, Integer> granted) throws IOException {
        write(rounds);
        Set<TrialId> before = plan.now().trials().stream()
                .map(planned -> planned.trial().id())
                .collect(Collectors.toCollection(HashSet::new));
        plan.grant(granted);
        progress.granted(plan.now().trials().stream()
                .filter(planned -> !before.contains(planned.trial().id()))
                .toList());
    }

    private void write(List<FinalsRound> rounds) throws IOException {
        directory.write(
                RunDirectory.FINALS,
                rounds.stream().map(round -> FinalsLines.line(round) + "\n").collect(Collectors.joining()));
    }

    @Override
    public Agenda agenda(Consumer<IOException> told) {
        trouble = told;
        search.ifPresent(one -> one.agenda(told));
        return agenda;
    }

    @Override
    public boolean over() {
        return search.map(OrderedTrials::over).orElseGet(once::over) && agenda.over();
    }

    @Override
    public Set<TrialId> control() {
        return search.map(OrderedTrials::control).orElse(Set.of());
    }

    @Override
    public void begin(Listener listener) throws IOException {
        if (search.isPresent()) {
            search.get().begin(listener);
        }
        agenda.seek();
        if (agenda.different()) {
            listener.warn(
                    directory.label() + "/" + RunDirectory.FINALS + " does not follow from the outcomes there as they"
                            + " are now: trials were run again, or the search was changed. What was granted stands.");
        }
    }

    @Override
    public void end(Copies copies) throws IOException {
        if (search.isPresent()) {
            search.get().end(copies);
        }
    }
}
