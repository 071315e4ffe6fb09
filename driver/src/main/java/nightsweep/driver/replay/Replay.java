package nightsweep.driver.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.application.Replayed;
import nightsweep.driver.finals.FinalsAgenda;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.promotion.DecisionFile;
import nightsweep.driver.promotion.DecisionLines;
import nightsweep.driver.promotion.RungAgenda;
import nightsweep.driver.proposal.ProposalAgenda;
import nightsweep.driver.proposal.Redone;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.json.FinalsLines;
import nightsweep.experiments.json.ProposalLines;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.store.KnownTrials;

/** The decisions of one run: proposals of its search, and which trials went on at rungs. Writes nothing. */
public final class Replay {
    private final RunDirectory directory;
    private final Sweep sweep;
    private final List<Trial> trials;
    private final List<TrialOutcome> outcomes = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Replayed.Difference> differences = new ArrayList<>();
    private int untold;
    private int unwritten;

    private Replay(RunDirectory directory) throws RunDirectoryException {
        this.directory = directory;
        this.sweep = directory.sweep();
        this.trials = sweep.trials();
    }

    /** What was decided, and whether it is decided again. */
    public static Replayed of(RunDirectory directory) throws RunDirectoryException, IOException {
        Replay replay = new Replay(directory);
        replay.readOutcomes();
        int proposals = replay.proposals();
        replay.rungs();
        replay.finals();
        return new Replayed(
                replay.told,
                proposals,
                replay.differences.stream().findFirst(),
                replay.differences.size(),
                replay.untold,
                replay.unwritten);
    }

    private void readOutcomes() throws IOException {
        Set<TrialId> read = new HashSet<>();
        KnownTrials known = directory.trials().known();
        for (Trial trial : trials) {
            if (known.ended(trial.id()) && read.add(trial.id())) {
                directory.trials().untold(trial.id()).ifPresent(outcomes::add);
            }
        }
    }

    private int proposals() throws RunDirectoryException, IOException {
        if (sweep.learning().isEmpty()) {
            return 0;
        }
        List<String> written = directory.proposalLines();
        List<Redone> all = learnt().redone();
        for (Redone redone : all) {
            int line = redone.written().number();
            told.add(ToldDecisions.proposal(redone.written(), ids(redone.written())));
            if (redone.asked() instanceof Step.Wait) {
                untold++;
            } else {
                String again = redone.asked() instanceof Step.Try one
                        ? ProposalLines.line(one.proposal(), ids(one.proposal()))
                        : "";
                compare(RunDirectory.PROPOSALS, line, written.get(line - 1), again);
            }
        }
        return all.size();
    }

    /** The search with all that was proposed, as a driver takes it up that goes on with the run. */
    private ProposalAgenda learnt() throws RunDirectoryException {
        List<TrialOutcome> ended = outcomes.stream()
                .filter(outcome -> sweep.stopping().isPresent() || !(outcome instanceof TrialOutcome.Stopped))
                .toList();
        return ProposalAgenda.of(
                sweep,
                new ProposalAgenda.Known(directory.proposals(), ended, id -> true, id -> false, id -> Optional.empty()),
                new ProposalAgenda.Hearers(
                        (proposal, configuration) -> repeats(configuration), trial -> {}, () -> {}, e -> {}));
    }

    private List<Trial> repeats(Configuration configuration) {
        return IntStream.range(0, sweep.trialsAtFirst())
                .mapToObj(place -> sweep.trial(configuration, place))
                .toList();
    }

    private List<TrialId> ids(Proposal proposal) {
        Learning learning = sweep.learning().orElseThrow();
        Configuration configuration = learning.offer().configuration(proposal.number(), proposal.point());
        return repeats(configuration).stream().map(Trial::id).toList();
    }

    private void rungs() throws RunDirectoryException, IOException {
        Optional<StoppingSpec> stopping = sweep.stopping();
        if (stopping.isEmpty()) {
            return;
        }
        List<String> written = lines(DecisionFile.NAME);
        boolean over;
        List<String> now;
        if (sweep.learning().isPresent()) {
            ProposalAgenda agenda = learnt();
            over = agenda.over();
            now = agenda.decisions();
        } else {
            RungAgenda agenda = compared(stopping.get());
            over = agenda.over();
            now = agenda.decisions();
        }
        List<Optional<String>> again = DecisionLines.again(written, now);
        int found = 0;
        for (int i = 0; i < written.size(); i++) {
            told.add(ToldDecisions.rung(written.get(i)));
            found += again.get(i).isPresent() ? 1 : 0;
            if (again.get(i).isEmpty() && !over) {
                untold++;
            } else {
                compare(DecisionFile.NAME, i + 1, written.get(i), again.get(i).orElse(""));
            }
        }
        unwritten = now.size() - found;
    }

    private RungAgenda compared(StoppingSpec stopping) {
        Set<TrialId> spokenFor = outcomes.stream()
                .filter(Replay::notCompared)
                .map(TrialOutcome::id)
                .collect(Collectors.toSet());
        List<Trial> compared = trials.stream()
                .filter(trial -> trial.place() < sweep.trialsAtFirst() && !spokenFor.contains(trial.id()))
                .toList();
        return RungAgenda.of(
                sweep,
                stopping,
                compared,
                outcomes,
                id -> false,
                id -> Optional.empty(),
                new RungAgenda.Hearers(trial -> {}, () -> {}, e -> {}));
    }

    /** Of a copy, and of what could not be trained at all, nothing was compared. */
    private static boolean notCompared(TrialOutcome outcome) {
        return outcome.timing().copyOf().isPresent()
                || (outcome instanceof TrialOutcome.Failed failed
                        && failed.reason() == FailureReason.INVALID_CONFIGURATION);
    }

    /** What finalists were granted, once all before them is decided. */
    private void finals() throws RunDirectoryException, IOException {
        if (sweep.finalists().isEmpty()) {
            return;
        }
        List<String> written = lines(RunDirectory.FINALS);
        Map<TrialId, TrialOutcome> ended = new HashMap<>();
        outcomes.forEach(outcome -> ended.put(outcome.id(), outcome));
        BiFunction<Trial, TrialOutcome.Completed, Merit> merit = Summary.merit(sweep);
        FinalsAgenda agenda = new FinalsAgenda(
                sweep,
                Agenda.of(List.of(), List.of()),
                () -> true,
                () -> candidates(ended),
                directory.finals(),
                trial -> figure(trial, Optional.ofNullable(ended.get(trial.id())), merit),
                id -> false,
                new FinalsAgenda.Hearers((rounds, granted) -> unwritten++, e -> {}));
        agenda.seek();
        List<FinalsAgenda.Redone> redone = agenda.redone();
        for (int i = 0; i < written.size(); i++) {
            told.add(ToldDecisions.finals(directory.finals().get(i)));
            if (i >= redone.size()) {
                untold++;
            } else if (!redone.get(i).follows()) {
                compare(
                        RunDirectory.FINALS,
                        i + 1,
                        written.get(i),
                        redone.get(i).again().map(FinalsLines::line).orElse(""));
            }
        }
    }

    private List<Trial> candidates(Map<TrialId, TrialOutcome> ended) {
        Set<TrialId> control;
        try {
            control = new DecisionFile(directory).control();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trials.stream()
                .filter(trial -> trial.place() == 0 && !control.contains(trial.id()))
                .filter(trial -> Optional.ofNullable(ended.get(trial.id()))
                        .filter(outcome -> !notCompared(outcome))
                        .isPresent())
                .toList();
    }

    private static OptionalDouble figure(
            Trial trial, Optional<TrialOutcome> outcome, BiFunction<Trial, TrialOutcome.Completed, Merit> merit) {
        if (outcome.isEmpty() || (outcome.get() instanceof TrialOutcome.Stopped && trial.place() > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                outcome.get() instanceof TrialOutcome.Completed completed
                        ? merit.apply(trial, completed).objective()
                        : Double.NaN);
    }

    private void compare(String file, int line, String written, String again) {
        if (!written.equals(again)) {
            differences.add(new Replayed.Difference(file, line, written, again));
        }
    }

    private List<String> lines(String file) throws IOException {
        return directory.text(file).map(text -> text.lines().toList()).orElse(List.of());
    }
}
