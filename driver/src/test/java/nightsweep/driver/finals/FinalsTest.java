package nightsweep.driver.finals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;

class FinalsTest {
    private static TrialId first(int configuration) {
        return new TrialId(String.format("t-%012x", configuration));
    }

    private static Finals finals(Finalists asked, Objective.Goal goal, double... firsts) {
        Finals finals = new Finals(asked, goal);
        for (int i = 0; i < firsts.length; i++) {
            finals.add(i + 1, first(i + 1));
            finals.take(i + 1, 0, firsts[i]);
        }
        return finals;
    }

    private static FinalsRound round(int repeats, int... numbers) {
        return new FinalsRound(
                0,
                0,
                repeats,
                Arrays.stream(numbers).mapToObj(FinalsTest::first).toList());
    }

    private static void take(Finals finals, int configuration, double... figures) {
        for (int i = 0; i < figures.length; i++) {
            finals.take(configuration, i + 1, figures[i]);
        }
    }

    @Test
    void choosesTheBestByTheirFirstRepeat() {
        Finals most = finals(new Finalists(2, 3, 5), Objective.Goal.MAXIMIZE, 0.5, Double.NaN, 0.9, 0.7, 0.7);
        Finals least = finals(new Finalists(2, 3, 5), Objective.Goal.MINIMIZE, 0.5, Double.NaN, 0.9, 0.7, 0.7);

        assertThat(most.next()).hasValue(new FinalsRound(5, 2, 3, List.of(first(3), first(4))));
        assertThat(least.next()).hasValue(new FinalsRound(5, 2, 3, List.of(first(1), first(4))));
        assertThat(finals(new Finalists(2, 3, 5), Objective.Goal.MINIMIZE, Double.NaN, Double.NaN)
                        .next())
                .isEmpty();
    }

    @Test
    void goesOnWhileTheyCannotBeToldApart() {
        Finals finals = finals(new Finalists(3, 3, 5), Objective.Goal.MAXIMIZE, 0.9, 0.89, 0.6, 0.3);
        assertThat(finals.apply(finals.next().orElseThrow())).isEqualTo(Map.of(1, 3, 2, 3, 3, 3));
        take(finals, 1, 0.91, 0.90);
        take(finals, 2, 0.90, 0.93);
        take(finals, 3, 0.6101, 0.5999);

        Optional<FinalsRound> more = finals.next();
        assertThat(more).hasValue(round(4, 1, 2));
        assertThat(finals.apply(more.get())).isEqualTo(Map.of(1, 4, 2, 4));
        take(finals, 1, 0.91, 0.90, 0.92);
        take(finals, 2, 0.90, 0.93, 0.91);

        assertThat(finals.next()).hasValue(round(5, 1, 2));
        finals.apply(round(5, 1, 2));
        take(finals, 1, 0.91, 0.90, 0.92, 0.9);
        take(finals, 2, 0.90, 0.93, 0.91, 0.91);

        assertThat(finals.next()).as("as many as are asked for at most").isEmpty();
        assertThat(finals.granted()).isEqualTo(Map.of(1, 5, 2, 5, 3, 3));
    }

    @Test
    void endsWhereTheBestIsToldApart() {
        Finals finals = finals(new Finalists(2, 4, 9), Objective.Goal.MINIMIZE, 0.1, 0.5, 0.9);
        finals.apply(finals.next().orElseThrow());
        take(finals, 1, 0.11, 0.1, 0.12);
        take(finals, 2, 0.52, 0.5, 0.53);

        assertThat(finals.next()).isEmpty();
    }

    @Test
    void asksForNoMoreOfWhatNeverDiffers() {
        Finals finals = finals(new Finalists(2, 3, 9), Objective.Goal.MAXIMIZE, 0.5, 0.5, 0.1);
        finals.apply(finals.next().orElseThrow());
        take(finals, 1, 0.6, 0.7);
        take(finals, 2, 0.6, 0.7);

        assertThat(finals.next()).isEmpty();
    }

    @Test
    void choosesAnewWhereMoreWereTried() {
        Finals finals = finals(new Finalists(1, 3, 3), Objective.Goal.MAXIMIZE, 0.5, 0.6, 0.7);
        finals.apply(new FinalsRound(2, 1, 3, List.of(first(2))));

        assertThat(finals.next()).hasValue(new FinalsRound(3, 1, 3, List.of(first(3))));
        finals.apply(finals.next().orElseThrow());
        take(finals, 3, 0.7, 0.7);

        assertThat(finals.next()).isEmpty();
        assertThat(finals.granted()).isEqualTo(Map.of(2, 3, 3, 3));
    }
}
