package nightsweep.driver.finals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.experiments.json.FinalsLines;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinalsAgendaTest {
    private static final String SWEEP = """
            name: many
            dataset: {name: xor, train: 10, test: 10, validation: 0.2}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, learning-rate: $rate}
            grid: {rate: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]}
            repeats: 3
            search: {finalists: 4, most-repeats: 8}
            """;

    private final Map<TrialId, Double> kept = new HashMap<>();
    private final Set<TrialId> given = new HashSet<>();
    private List<String> written = List.of();
    private Map<Integer, Integer> granted = Map.of();

    private static IntStream seeds() {
        return IntStream.rangeClosed(1, 12);
    }

    /** Follows from a trial; the last of the configurations is the best by far, and some come to nothing. */
    private static double figure(Trial trial) {
        int number = trial.configuration().number();
        Random random = new Random(trial.id().text().hashCode());
        return random.nextInt(12) == 0 ? Double.NaN : (number + 2 * random.nextGaussian()) / 20;
    }

    private FinalsAgenda agenda(Sweep sweep) {
        List<Trial> firsts =
                sweep.trials().stream().filter(trial -> trial.repeat() == 0).toList();
        List<Trial> open =
                firsts.stream().filter(trial -> !kept.containsKey(trial.id())).toList();
        return new FinalsAgenda(
                sweep,
                Agenda.of(List.of(), open),
                () -> firsts.stream().allMatch(trial -> kept.containsKey(trial.id())),
                () -> firsts,
                FinalsLines.rounds(written),
                trial -> Optional.ofNullable(kept.get(trial.id()))
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()),
                id -> false,
                new FinalsAgenda.Hearers(
                        (rounds, now) -> {
                            written = rounds.stream().map(FinalsLines::line).toList();
                            granted = now;
                        },
                        e -> {
                            throw new AssertionError(e);
                        }));
    }

    /** So many trials at a time, which end in an order of their own. Returns whether all was carried out. */
    private boolean run(FinalsAgenda agenda, int slots, Random order, int most) {
        List<Trial> underWay = new ArrayList<>();
        for (int ended = 0; ended < most; ended++) {
            while (underWay.size() < slots) {
                Optional<Agenda.Due> due = agenda.next();
                if (due.isEmpty()) {
                    break;
                }
                underWay.add(due.get().trial());
            }
            if (underWay.isEmpty()) {
                return true;
            }
            Trial trial = underWay.remove(order.nextInt(underWay.size()));
            assertThat(given.add(trial.id())).as("trained twice").isTrue();
            kept.put(trial.id(), figure(trial));
            agenda.ended(new FanOut.Ended.Lost(trial, 2, AttemptHistory.NONE));
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void grantsTheSameWhateverEndsFirstAndWheneverItIsKilled(int seed) throws Exception {
        Sweep sweep = SweepFile.parse(SWEEP + "seed: " + seed + "\n", "many");
        assertThat(sweep.trials()).hasSize(10);
        assertThat(run(agenda(sweep), 1, new Random(0), Integer.MAX_VALUE)).isTrue();
        List<String> alone = written;
        Map<TrialId, Double> outcomes = new HashMap<>(kept);
        kept.clear();
        given.clear();
        written = List.of();

        Random random = new Random(seed);
        FinalsAgenda killed = agenda(sweep);
        while (!run(killed, 1 + random.nextInt(5), random, 1 + random.nextInt(12))) {
            killed = agenda(sweep);
        }

        assertThat(killed.over()).isTrue();
        assertThat(killed.different()).isFalse();
        assertThat(written).isNotEmpty().isEqualTo(alone);
        assertThat(written.get(0)).startsWith("{\"compared\":10,\"finalists\":4,\"repeats\":3,\"trials\":[\"t-");
        assertThat(kept).isEqualTo(outcomes);
        FinalsAgenda again = agenda(sweep);
        again.seek();
        assertThat(again.over()).isTrue();
        assertThat(again.different()).isFalse();

        Sweep grown = sweep.granting(FinalsRound.granted(sweep, FinalsLines.rounds(written)));
        assertThat(grown.finalists().orElseThrow().granted()).isEqualTo(granted);
        assertThat(grown.trials()).extracting(Trial::id).containsExactlyInAnyOrderElementsOf(kept.keySet());
        assertThat(grown.trials()).isSortedAccordingTo((a, b) -> Integer.compare(a.number(), b.number()));
        for (Trial trial : grown.trials()) {
            assertThat(grown.trial(trial.number())).isEqualTo(trial);
        }
    }
}
