package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Sweep;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static Sweep sweep(int repeats, String... widths) {
        return Sweeps.over(new Axis("width", List.of(widths))).repeated(repeats).sweep();
    }

    /** How many of 100 each trial is right about; diverged where below 0. */
    private static Summary summary(Sweep sweep, int... right) {
        return Summary.of(sweep, sweep.trials().stream().flatMap(trial -> {
            int one = right[trial.number() - 1];
            return Stream.<TrialOutcome>of(one < 0 ? Outcomes.diverged(trial) : Outcomes.completed(trial, 0.5, one));
        }));
    }

    private static List<String> rows(RunComparison comparison, String... columns) {
        return CsvTable.text(comparison.table().only(List.of(columns)))
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void comparesWhatBothHave() {
        Summary first = summary(sweep(3, "1", "2", "3"), 50, 51, 52, 60, 61, 62, 70, 71, 72);
        Summary second = summary(sweep(4, "3", "1", "4"), 70, 71, 72, 73, 80, 82, 83, 90, 1, 2, 3, 4);

        RunComparison comparison = RunComparison.of(first, second);

        assertThat(rows(comparison, "first", "second", "repeats", "verdict"))
                .containsExactly("1,2,3,better", "3,1,3,same computation");
        assertThat(rows(comparison, "difference").get(0)).startsWith("0.30666");
        assertThat(rows(comparison, "first-low", "first-high", "second-low").get(0))
                .as("odds of 0.51 and of 0.7967, off by exp(t(n - 1) * deviation / sqrt(n) / (mean * (1 - mean)))")
                .matches("0\\.4851\\d*,0\\.5347\\d*,0\\.7560\\d*");
        assertThat(comparison.verdict().headline()).isEqualTo("Of 2 configurations, 1 is better in the second run");
        assertThat(comparison.verdict().counts())
                .isEqualTo("Of 2 configurations that both runs have, 1 is better in the second run by more than chance"
                        + " between repeats explains; 1 is the same in every figure.");
        assertThat(comparison.notes())
                .containsExactly(
                        "Differences in test accuracy from the first run to the second, over the repeats that both"
                                + " completed: paired t-tests, Holm's correction.",
                        "Both sweeps have the seed 42: their repeats share random numbers, so that differences show more"
                                + " plainly. That both come to the same is no second witness to it: for that give one of"
                                + " them another seed.",
                        "Only in the first: 2 (2).",
                        "Only in the second: 3 (4).");
    }

    @Test
    void saysWhereNothingCanBeTold() {
        Summary first = summary(sweep(3, "1", "2", "3"), 50, 51, 52, 60, -1, -1, -1, -1, -1);
        Summary second = summary(sweep(3, "1", "2", "3"), 51, 50, 52, 61, 62, 63, 70, 70, 70);

        RunComparison comparison = RunComparison.of(first, second);

        assertThat(rows(comparison, "repeats", "verdict"))
                .containsExactly("3,not distinguishable", "1,too few repeats", "0,not comparable");
        assertThat(comparison.verdict().headline())
                .isEqualTo("No difference between the runs is more than chance explains");
        assertThat(comparison.verdict().counts())
                .isEqualTo(
                        "Of 3 configurations that both runs have, 1 is not to be told apart, which does not mean equal;"
                                + " 1 is without the three repeats that it takes to tell; 1 is not comparable.");
    }

    @Test
    void saysThatRunsShareNothing() {
        RunComparison comparison = RunComparison.of(summary(sweep(1, "1"), 50), summary(sweep(1, "2"), 50));

        assertThat(comparison.verdict().headline()).isEqualTo("The runs share no configuration");
        assertThat(comparison.table().rows()).isEmpty();
    }

    @Test
    void comparesTestAccuracyWhereObjectivesDiffer() {
        Sweep losses = Sweeps.over(new Axis("width", List.of("1")))
                .on(Metric.LOSS)
                .repeated(3)
                .sweep();
        RunComparison comparison = RunComparison.of(summary(sweep(3, "1"), 80, 81, 82), summary(losses, 50, 52, 51));

        assertThat(comparison.measure()).isEqualTo("test accuracy");
        assertThat(rows(comparison, "verdict")).containsExactly("worse");
        assertThat(comparison.notes())
                .contains(
                        "The runs have different objectives: test accuracy, and test loss. Both have a test accuracy.");
    }
}
