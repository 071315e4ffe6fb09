package nightsweep.driver.promotion;

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
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RungAgendaTest {
    private static final String SWEEP = """
            name: many
            dataset: {name: xor, train: 10, test: 10, validation: 0.2}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 9, batch-size: 10, learning-rate: $rate}
            grid:
              rate: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1]
            repeats: 2
            search: {rungs: {first: 1, keep: 1/3}, control: 0.2}
            """;

    private static final Provenance PROVENANCE =
            new Provenance("1", 42, 1, "sum", "fake", "jvm", "os", "cpu", "blas", "dl4j", "spark", "hadoop");
    private static final Timing TIMING = new Timing("node-1", 0, 900, 50, 1_000, 300);

    private final Map<TrialId, TrialOutcome> kept = new HashMap<>();
    private final Set<String> given = new TreeSet<>();

    private static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    private static Sweep sweep(String text) throws SweepFileException {
        return SweepFile.parse(text, "many");
    }

    private RungAgenda agenda(Sweep sweep) {
        StoppingSpec stopping = sweep.stopping().orElseThrow();
        return RungAgenda.of(
                sweep,
                stopping,
                sweep.trials(),
                List.copyOf(kept.values()),
                id -> false,
                id -> Optional.ofNullable(kept.get(id)),
                new RungAgenda.Hearers(trial -> {}, () -> {}, e -> {
                    throw new AssertionError(e);
                }));
    }

    /** Every trial's figures follow from its number; one diverges on its way, one fails at once. */
    private static TrialOutcome outcome(Trial trial, int until) {
        List<EpochMetrics> epochs = IntStream.rangeClosed(1, until)
                .mapToObj(epoch -> new EpochMetrics(
                        epoch, 1, 0.5, 1, new Random(31L * trial.number() + epoch / 3).nextInt(50) / 50.0))
                .toList();
        if (trial.number() == 7) {
            return new TrialOutcome.Failed(
                    trial.id(), FailureReason.OUT_OF_MEMORY, "full", "", List.of(), PROVENANCE, TIMING);
        }
        if (trial.number() % 5 == 0 && until > 1) {
            return new TrialOutcome.Diverged(trial.id(), 2, 9, epochs.subList(0, 1), PROVENANCE, TIMING);
        }
        int planned = trial.configuration().training().epochs();
        return until < planned
                ? new TrialOutcome.Stopped(trial.id(), until, planned, epochs, PROVENANCE, TIMING)
                : completed(trial, epochs);
    }

    private static TrialOutcome completed(Trial trial, List<EpochMetrics> epochs) {
        Evaluation test = Outcomes.evaluation(0.5, 80);
        return new TrialOutcome.Completed(
                trial.id(), 10, epochs, Optional.of(test), test, Optional.empty(), PROVENANCE, TIMING);
    }

    /** So many trials at a time, which end in an order of their own. Returns whether all was carried out. */
    private boolean run(RungAgenda agenda, int slots, Random order, int most) {
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
            given.add(due.trial().number() + " to " + due.epochs());
            kept.put(due.trial().id(), outcome(due.trial(), due.epochs()));
            agenda.ended(new FanOut.Ended.Lost(due.trial(), due.epochs(), AttemptHistory.NONE));
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void makesTheSameTrainingsWhateverEndsFirstAndWheneverItIsKilled(int seed) throws Exception {
        Sweep sweep = sweep(SWEEP);
        RungAgenda alone = agenda(sweep);
        assertThat(run(alone, 1, new Random(0), Integer.MAX_VALUE)).isTrue();
        Set<String> trainings = new TreeSet<>(given);
        Map<TrialId, TrialOutcome> outcomes = new HashMap<>(kept);
        kept.clear();
        given.clear();

        Random random = new Random(seed);
        RungAgenda killed = agenda(sweep);
        while (!run(killed, 1 + random.nextInt(9), random, 1 + random.nextInt(20))) {
            List<String> before = killed.decisions();
            killed = agenda(sweep);
            assertThat(DecisionLines.agree(before, killed.decisions())).isTrue();
        }

        assertThat(killed.over()).isTrue();
        assertThat(killed.decisions()).isEqualTo(alone.decisions());
        assertThat(kept).isEqualTo(outcomes);
        assertThat(given).isEqualTo(trainings);
        assertThat(agenda(sweep).over()).isTrue();
        assertThat(agenda(sweep).next()).isEmpty();
    }

    @Test
    void letsTheBestGoOnAfterAnEpochOnceAllAreThere() throws Exception {
        Sweep sweep = sweep(SWEEP.replaceFirst("search: .*", "search: {keep: 4, after: 3}"));

        RungAgenda agenda = agenda(sweep);
        run(agenda, 3, new Random(1), Integer.MAX_VALUE);

        assertThat(agenda.decisions()).hasSize(1);
        assertThat(agenda.decisions().get(0)).startsWith("{\"rung\":1,\"epoch\":3,\"compared\":21,");
        assertThat(given.stream().filter(one -> one.endsWith(" to 9"))).hasSize(2 * 4);
    }

    @Test
    void seesDecisionsThatDoNotComeOutAgain() {
        List<String> before =
                List.of("{\"rung\":1,\"compared\":3,a}", "{\"rung\":1,\"compared\":6,b}", "{\"rung\":2,x}");

        assertThat(DecisionLines.agree(before, before)).isTrue();
        assertThat(DecisionLines.agree(before, before.subList(0, 1))).isTrue();
        assertThat(DecisionLines.agree(before, List.of(before.get(0), "{\"rung\":1,\"compared\":6,c}")))
                .isFalse();
    }
}
