package nightsweep.driver.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nightsweep.driver.promotion.DecisionLines;
import nightsweep.driver.promotion.Ladder;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.summary.Outcomes;
import nightsweep.experiments.json.ProposalLines;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.Results;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches that learn from trials which pause at rungs. */
class RungProposalsTest {
    private static final int EPOCHS = 9;
    private static final String SWEEP = """
            name: many
            dataset: {name: xor, train: 10, test: 10, validation: 0.2}
            network:
              - dense: {units: $units, activation: $activation}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 9, batch-size: 10, learning-rate: $rate}
            grid:
              activation: [relu, tanh, sigmoid]
              units: {from: 2, to: 40}
              rate: {from: 1e-4, to: 1, scale: log}
            repeats: 2
            search: {method: tpe, trials: 60, window: 5, %s, control: 0.2}
            """;

    private static final Provenance PROVENANCE =
            new Provenance("1", 42, 1, "sum", "fake", "jvm", "os", "cpu", "blas", "dl4j", "spark", "hadoop");
    private static final Timing TIMING = new Timing("node-1", 0, 900, 50, 1_000, 300);

    private final Map<TrialId, TrialOutcome> kept = new HashMap<>();
    private final List<Proposal> written = new ArrayList<>();
    private final Set<String> given = new TreeSet<>();

    private static Sweep sweep(String stopping) throws SweepFileException {
        return SweepFile.parse(SWEEP.formatted(stopping), "many");
    }

    /** Goes on with what is written and kept, as a driver does that begins. */
    private ProposalAgenda agenda(Sweep first) throws Exception {
        Sweep sweep = written.isEmpty()
                ? first
                : first.proposing(written.stream().map(Proposal::point).toList());
        ProposalAgenda agenda = ProposalAgenda.of(
                sweep,
                new ProposalAgenda.Known(
                        List.copyOf(written),
                        List.copyOf(kept.values()),
                        id -> !kept.containsKey(id),
                        id -> false,
                        id -> Optional.ofNullable(kept.get(id))),
                new ProposalAgenda.Hearers(
                        (proposal, configuration) -> {
                            written.add(proposal);
                            return trials(first, configuration);
                        },
                        trial -> {},
                        () -> {},
                        e -> {
                            throw new AssertionError(e);
                        }));
        agenda.begin(sweep.configurations().size());
        return agenda;
    }

    private static List<Trial> trials(Sweep sweep, Configuration configuration) {
        return IntStream.range(0, sweep.repeats())
                .mapToObj(repeat -> sweep.trial(configuration, repeat))
                .toList();
    }

    /** Figures follow from a trial's values; some diverge on their way, and some are lost. */
    private static TrialOutcome outcome(Trial trial, int until) {
        int drawn = new Random(trial.id().text().hashCode()).nextInt(100);
        double rate = Double.parseDouble(trial.configuration().point().get("rate"));
        List<EpochMetrics> epochs = IntStream.rangeClosed(1, until)
                .mapToObj(epoch -> new EpochMetrics(
                        epoch,
                        1,
                        0.5,
                        1,
                        (int) (60 - 10 * Math.abs(Math.log10(rate) + 2) + drawn / 10.0 + 2 * epoch) / 100.0))
                .toList();
        if (drawn < 5) {
            return new TrialOutcome.Failed(
                    trial.id(), FailureReason.EXECUTOR_LOST, "lost", "", List.of(), PROVENANCE, TIMING);
        }
        if (drawn < 15 && until > 1) {
            return new TrialOutcome.Diverged(trial.id(), 2, 9, epochs.subList(0, 1), PROVENANCE, TIMING);
        }
        return until < EPOCHS
                ? new TrialOutcome.Stopped(trial.id(), until, EPOCHS, epochs, PROVENANCE, TIMING)
                : new TrialOutcome.Completed(
                        trial.id(),
                        10,
                        epochs,
                        Optional.of(Outcomes.evaluation(0.5, 80)),
                        Outcomes.evaluation(0.5, 80),
                        Optional.empty(),
                        PROVENANCE,
                        TIMING);
    }

    /** So many trials at a time, which end in an order of their own. Returns whether all was carried out. */
    private boolean run(ProposalAgenda agenda, int slots, Random order, int most) {
        List<Agenda.Due> underWay = new ArrayList<>();
        for (int ended = 0; ended < most; ended++) {
            while (underWay.size() < slots) {
                Optional<Agenda.Due> due = agenda.next();
                if (due.isEmpty()) {
                    break;
                }
                underWay.add(due.get());
            }
            if (underWay.isEmpty()) {
                return true;
            }
            Agenda.Due due = underWay.remove(order.nextInt(underWay.size()));
            given.add(due.trial().id() + " to " + due.epochs());
            kept.put(due.trial().id(), outcome(due.trial(), due.epochs()));
            agenda.ended(new FanOut.Ended.Lost(due.trial(), due.epochs(), AttemptHistory.NONE));
        }
        return false;
    }

    private List<String> lines() {
        return written.stream()
                .map(proposal -> ProposalLines.line(proposal, List.of()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rungs: {first: 1, keep: 1/3}; 1",
                "rungs: {first: 1, keep: 1/3}; 2",
                "rungs: {first: 1, keep: 1/2}; 3",
                "rungs: {first: 2, keep: 1/3}; 4",
                "keep: 4, after: 3; 5"
            })
    void proposesAndDecidesTheSameWhateverEndsFirstAndWheneverItIsKilled(String stopping, int seed) throws Exception {
        Sweep sweep = sweep(stopping);
        ProposalAgenda alone = agenda(sweep);
        assertThat(run(alone, 1, new Random(0), Integer.MAX_VALUE)).isTrue();
        List<String> proposed = lines();
        Map<TrialId, TrialOutcome> outcomes = new HashMap<>(kept);
        Set<String> trainings = new TreeSet<>(given);
        kept.clear();
        given.clear();
        written.clear();

        Random random = new Random(seed);
        ProposalAgenda killed = agenda(sweep);
        while (!run(killed, 1 + random.nextInt(9), random, 1 + random.nextInt(30))) {
            List<String> before = killed.decisions();
            killed = agenda(sweep);
            assertThat(killed.different()).isEmpty();
            assertThat(DecisionLines.agree(before, killed.decisions())).isTrue();
        }

        assertThat(killed.over()).isTrue();
        assertThat(lines()).hasSize(60).isEqualTo(proposed);
        assertThat(killed.decisions()).isNotEmpty().isEqualTo(alone.decisions());
        assertThat(kept).isEqualTo(outcomes);
        assertThat(given).isEqualTo(trainings);
        assertThat(agenda(sweep).over()).isTrue();
        assertThat(agenda(sweep).next()).isEmpty();
    }

    @Test
    void looksAtTheHighestRungToWhichEnoughHaveCome() throws Exception {
        run(agenda(sweep("rungs: {first: 1, keep: 1/3}")), 4, new Random(1), Integer.MAX_VALUE);

        List<Integer> epochs = written.stream()
                .flatMapToInt(proposal -> proposal.epoch().stream())
                .boxed()
                .toList();
        assertThat(epochs).isSorted().contains(1, 3);
        assertThat(lines().get(20)).contains("\"made\":\"model\",\"settled\":16,\"epoch\":1,");
    }

    @Test
    void keepsWhatWasProposedAndDecidedWhereMoreIsAskedFor() throws Exception {
        Sweep sweep = sweep("rungs: {first: 1, keep: 1/3}");
        ProposalAgenda fewer = agenda(sweep);
        run(fewer, 3, new Random(1), Integer.MAX_VALUE);
        List<String> before = lines();

        ProposalAgenda more = agenda(
                SweepFile.parse(SWEEP.formatted("rungs: {first: 1, keep: 1/3}").replace("60", "70"), "many"));
        assertThat(more.over()).isFalse();
        assertThat(run(more, 3, new Random(2), Integer.MAX_VALUE)).isTrue();

        assertThat(lines()).hasSize(70).startsWith(before.toArray(String[]::new));
        assertThat(DecisionLines.agree(
                        fewer.decisions().stream()
                                .filter(line -> line.startsWith("{\"rung\""))
                                .toList(),
                        more.decisions()))
                .isTrue();
    }

    /** What a ladder shows of its first configurations is what it would show if no more had begun. */
    @Test
    void showsOfTheFirstWhatTheyComeToByThemselves() throws Exception {
        run(agenda(sweep("rungs: {first: 1, keep: 1/3}")), 4, new Random(1), Integer.MAX_VALUE);
        Sweep whole = sweep("rungs: {first: 1, keep: 1/3}")
                .proposing(written.stream().map(Proposal::point).toList());
        Ladder all = ladder(whole, 60);
        for (int count = 1; count <= 60; count++) {
            Optional<Results.Seen> seen = all.ofFirst(count, 10);

            assertThat(seen).isPresent().isEqualTo(ladder(whole, count).ofFirst(count, 10));
            assertThat(seen.get().losses()).hasSize(count);
            assertThat(seen.get().epoch().orElseThrow()).isIn(1, 3, 9);
        }
        assertThat(ladder(whole, 0).ofFirst(1, 10)).isEmpty();
    }

    private Ladder ladder(Sweep sweep, int count) {
        Ladder ladder = new Ladder(sweep, sweep.stopping().orElseThrow(), 60);
        for (int i = 0; i < count; i++) {
            List<Trial> repeats = trials(sweep, sweep.configurations().get(i));
            repeats.forEach(trial -> ladder.take(Objects.requireNonNull(kept.get(trial.id()))));
            ladder.begin(repeats);
            ladder.settle();
        }
        return ladder;
    }
}
