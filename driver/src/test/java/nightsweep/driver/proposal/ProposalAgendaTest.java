package nightsweep.driver.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalAgendaTest {
    private static final String SWEEP = """
            name: many
            dataset: {name: xor, train: 10, test: 10, validation: 0.2}
            network:
              - dense: {units: $units, activation: $activation}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: $rate}
            grid:
              activation: [relu, tanh, sigmoid]
              units: {from: 2, to: 40}
              rate: {from: 1e-4, to: 1, scale: log}
            repeats: 2
            search: {method: auto, trials: 40, window: 5}
            """;

    private static final Provenance PROVENANCE =
            new Provenance("1", 42, 1, "sum", "fake", "jvm", "os", "cpu", "blas", "dl4j", "spark", "hadoop");
    private static final Timing TIMING = new Timing("node-1", 0, 900, 50, 1_000, 300);

    private final Map<TrialId, TrialOutcome> kept = new HashMap<>();
    private final List<Proposal> written = new ArrayList<>();
    private final Set<TrialId> given = new TreeSet<>((a, b) -> a.text().compareTo(b.text()));

    private static IntStream seeds() {
        return IntStream.rangeClosed(1, 8);
    }

    private static Sweep sweep(String text) throws SweepFileException {
        return SweepFile.parse(text, "many");
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
                            return IntStream.range(0, first.repeats())
                                    .mapToObj(repeat -> first.trial(configuration, repeat))
                                    .toList();
                        },
                        trial -> {},
                        () -> {},
                        e -> {
                            throw new AssertionError(e);
                        }));
        agenda.begin(sweep.configurations().size());
        return agenda;
    }

    /** Figures follow from a trial's values; one in ten diverges, and one is lost. */
    private static TrialOutcome outcome(Trial trial) {
        int drawn = new Random(trial.id().text().hashCode()).nextInt(100);
        if (drawn < 10) {
            return new TrialOutcome.Diverged(trial.id(), 1, 9, List.of(), PROVENANCE, TIMING);
        }
        if (drawn == 10) {
            return new TrialOutcome.Failed(
                    trial.id(), FailureReason.EXECUTOR_LOST, "lost", "", List.of(), PROVENANCE, TIMING);
        }
        double rate = Double.parseDouble(trial.configuration().point().get("rate"));
        int correct = (int) (60 - 10 * Math.abs(Math.log10(rate) + 2) + drawn / 10.0);
        return new TrialOutcome.Completed(
                trial.id(),
                10,
                List.of(new EpochMetrics(1, 1, 0.5, 1, 0.5)),
                Optional.of(Outcomes.evaluation(0.5, correct)),
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
            Trial trial = underWay.remove(order.nextInt(underWay.size())).trial();
            assertThat(given.add(trial.id())).as("trained twice").isTrue();
            kept.put(trial.id(), outcome(trial));
            agenda.ended(new FanOut.Ended.Lost(trial, 1, AttemptHistory.NONE));
        }
        underWay.forEach(due -> given.remove(due.trial().id()));
        return false;
    }

    private List<String> lines() {
        return written.stream()
                .map(proposal -> ProposalLines.line(proposal, List.of()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void proposesTheSameWhateverEndsFirstAndWheneverItIsKilled(int seed) throws Exception {
        Sweep sweep = sweep(SWEEP);
        assertThat(run(agenda(sweep), 1, new Random(0), Integer.MAX_VALUE)).isTrue();
        List<String> alone = lines();
        Map<TrialId, TrialOutcome> outcomes = new HashMap<>(kept);
        kept.clear();
        given.clear();
        written.clear();

        Random random = new Random(seed);
        ProposalAgenda killed = agenda(sweep);
        while (!run(killed, 1 + random.nextInt(9), random, 1 + random.nextInt(30))) {
            killed = agenda(sweep);
            assertThat(killed.different()).isEmpty();
        }

        assertThat(killed.over()).isTrue();
        assertThat(lines()).hasSize(40).isEqualTo(alone);
        assertThat(alone)
                .filteredOn(line -> line.contains("\"made\":\"model\""))
                .hasSizeBetween(15, 27);
        assertThat(kept).isEqualTo(outcomes);
        assertThat(agenda(sweep).over()).isTrue();
        assertThat(agenda(sweep).next()).isEmpty();
    }

    @Test
    void keepsWhatWasProposedWhereMoreIsAskedFor() throws Exception {
        run(agenda(sweep(SWEEP)), 3, new Random(1), Integer.MAX_VALUE);
        List<String> before = lines();

        Sweep more = sweep(SWEEP.replace("trials: 40", "trials: 44"));
        ProposalAgenda agenda = agenda(more);
        assertThat(agenda.over()).isFalse();
        assertThat(run(agenda, 3, new Random(2), Integer.MAX_VALUE)).isTrue();

        assertThat(lines()).hasSize(44).startsWith(before.toArray(String[]::new));
    }

    @Test
    void seesThatWhatStandsDoesNotFollow() throws Exception {
        run(agenda(sweep(SWEEP)), 3, new Random(1), Integer.MAX_VALUE);
        TrialId first = sweep(SWEEP).trials().get(0).id();
        kept.put(first, new TrialOutcome.Diverged(first, 1, 9, List.of(), PROVENANCE, TIMING));

        ProposalAgenda agenda = agenda(sweep(SWEEP));

        assertThat(agenda.different()).isNotEmpty().allMatch(number -> number > 10 + 5);
        assertThat(agenda.over()).isTrue();
        assertThat(agenda.proposals()).hasSize(40);
    }

    @Test
    void endsWhereTheSpaceIsUsedUp() throws Exception {
        Sweep small = sweep(SWEEP.replaceFirst("units: \\{from.*", "units: [2, 3]")
                .replaceFirst("rate: \\{from.*", "rate: [0.1, 0.2]"));
        ProposalAgenda agenda = agenda(small);

        assertThat(run(agenda, 4, new Random(1), Integer.MAX_VALUE)).isTrue();

        assertThat(written).hasSize(12);
        assertThat(agenda.over()).isTrue();
        assertThat(agenda(small).over()).isTrue();
    }

    @Test
    void takesTheOutcomeOfWhatIsTheSameTrial() throws Exception {
        Sweep twins = sweep(SWEEP.replaceFirst("units: \\{from.*", "units: {few: 2, two: 2, three: 3}")
                .replaceFirst("rate: \\{from.*", "rate: [0.1, 0.2]"));

        assertThat(run(agenda(twins), 4, new Random(1), Integer.MAX_VALUE)).isTrue();

        assertThat(written).hasSize(18);
        assertThat(given).hasSize(2 * 12);
    }
}
