package nightsweep.driver.search.rungs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nightsweep.experiments.search.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungsTest {
    private static final RungPlan PLAN = new RungPlan(List.of(1, 3, 9), 3);

    private static Rungs begun(RungPlan plan, int count) {
        Rungs rungs = new Rungs(plan);
        for (int number = 1; number <= count; number++) {
            rungs.begin(number);
        }
        return rungs;
    }

    private static void tellFirst(Rungs rungs, double... losses) {
        for (int i = 0; i < losses.length; i++) {
            rungs.tell(new Entry(0, i + 1), losses[i]);
        }
    }

    @Test
    void promotesTheBestOfEachPrefix() {
        Rungs rungs = begun(PLAN, 9);

        tellFirst(rungs, 5, 4, 6, 3, 2, 9, 1, 8, 7);

        assertThat(rungs.decisions())
                .containsExactly(
                        new Decision(0, 3, List.of(2)),
                        new Decision(0, 4, List.of(4)),
                        new Decision(0, 5, List.of(5)),
                        new Decision(0, 7, List.of(7)));
        assertThat(rungs.open()).containsExactly(new Entry(1, 2), new Entry(1, 4), new Entry(1, 5), new Entry(1, 7));
        assertThat(rungs.stopped(0)).containsExactly(1, 3, 6, 8, 9);
    }

    @Test
    void readsInTheOrderOfItsListWhateverCameFirst() {
        Rungs rungs = begun(PLAN, 3);

        rungs.tell(new Entry(0, 3), 1);
        rungs.tell(new Entry(0, 2), 2);
        assertThat(rungs.decisions()).isEmpty();
        rungs.tell(new Entry(0, 1), 3);

        assertThat(rungs.decisions()).containsExactly(new Decision(0, 3, List.of(3)));
    }

    @Test
    void tiesGoToTheEarlierAndFailuresNeverGoOn() {
        Rungs ties = begun(PLAN, 3);
        tellFirst(ties, 1, 0.0, -0.0);
        Rungs failures = begun(PLAN, 6);
        tellFirst(failures, Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 7, Double.NaN);

        assertThat(ties.arrivals(1)).containsExactly(2);
        assertThat(failures.arrivals(1)).containsExactly(5);
        assertThat(failures.stopped(0)).isEmpty();
    }

    @Test
    void refusesWhatIsNotOnItsWay() {
        Rungs rungs = begun(PLAN, 2);

        assertThatThrownBy(() -> rungs.tell(new Entry(1, 1), 0)).hasMessage("proposal 1 is not on its way to rung 1.");
        assertThatThrownBy(() -> rungs.begin(1)).hasMessage("proposal 1 came to rung 0 before.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void makesTheSameTrainingsOnAnySlotsInAnyOrder(long seed) {
        Night expected = Night.of(seed, 1, 0);

        for (int slots : List.of(2, 7, 30, 200)) {
            for (int order = 1; order <= 3; order++) {
                Night night = Night.of(seed, slots, order);

                assertThat(night.trainings).isEqualTo(expected.trainings);
                assertThat(night.decisions).isEqualTo(expected.decisions);
                assertThat(night.control).isEqualTo(expected.control);
            }
        }
        assertThat(expected.trainings).hasSizeGreaterThan(120);
    }

    /** A night on slots whose trials end in an order of their own; one in ten fails. */
    private record Night(Set<Entry> trainings, List<Decision> decisions, List<Entry> control) {
        static Night of(long seed, int slots, long order) {
            Random random = new Random(order);
            Rungs rungs = new Rungs(PLAN);
            Set<Entry> trainings = new HashSet<>();
            List<Entry> running = new ArrayList<>();
            int proposed = 0;
            while (true) {
                while (running.size() < slots) {
                    List<Entry> open = rungs.open().stream()
                            .filter(entry -> !trainings.contains(entry))
                            .toList();
                    if (open.isEmpty() && proposed == 100) {
                        break;
                    }
                    if (open.isEmpty()) {
                        proposed++;
                        rungs.begin(proposed);
                        continue;
                    }
                    trainings.add(open.get(0));
                    running.add(open.get(0));
                }
                if (running.isEmpty()) {
                    return new Night(trainings, rungs.decisions(), rungs.control(seed, 0.1));
                }
                Entry ended = running.remove(random.nextInt(running.size()));
                Draws draws = Draws.of(seed, ended.number(), 1 + ended.rung());
                rungs.tell(ended, draws.nextDouble() < 0.1 ? Double.NaN : Math.floor(20 * draws.nextDouble()));
            }
        }
    }

    @Test
    void controlsAreAShareOfTheStopped() {
        Rungs rungs = begun(PLAN, 3000);
        for (int number = 1; number <= 3000; number++) {
            rungs.tell(new Entry(0, number), number);
        }

        List<Entry> control = rungs.control(7, 0.1);

        assertThat(control).hasSizeBetween(140, 260);
        assertThat(control).allMatch(entry -> rungs.stopped(0).contains(entry.number()));
        assertThat(rungs.control(8, 0.1)).isNotEqualTo(control);
        assertThat(rungs.control(7, 0)).isEmpty();
    }

    @Test
    void plansRungs() {
        assertThat(RungPlan.rising(1, 3, 15).epochs()).containsExactly(1, 3, 9, 15);
        assertThat(RungPlan.rising(2, 3, 52).epochs()).containsExactly(2, 6, 18, 52);
        assertThat(RungPlan.rising(1, 3, 28).epochs()).containsExactly(1, 3, 9, 28);
        assertThat(RungPlan.rising(4, 2, 4).epochs()).containsExactly(4);
        assertThat(PLAN.trials(27)).containsExactly(27, 9, 3);
        assertThat(PLAN.leastEpochs(27)).isEqualTo(27 + 9 * 2 + 3 * 6);
        assertThatThrownBy(() -> RungPlan.rising(16, 3, 15))
                .hasMessage("the first rung must lie from epoch 1 to 15, but got 16.");
        assertThatThrownBy(() -> new RungPlan(List.of(3, 1), 3)).hasMessage("rungs must rise, but got [3, 1].");
        assertThatThrownBy(() -> new RungPlan(List.of(1, 3), 1))
                .hasMessage("one in 2 or more must go on, but got 1 in 1.");
    }
}
