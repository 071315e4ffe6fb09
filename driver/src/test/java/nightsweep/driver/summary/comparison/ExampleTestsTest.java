package nightsweep.driver.summary.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class ExampleTestsTest {
    private static final String NOTE =
            "McNemar's tests in comparisons.csv hold one network of each configuration, repeat 0,"
                    + " against the best's over the same test examples: a mcnemar-adjusted below 0.05 means that these two"
                    + " networks differ by more than chance in the choice of test examples explains, and says nothing of other"
                    + " seeds.";

    private static Sweep sweep(int widths, int repeats) {
        List<String> values =
                IntStream.rangeClosed(1, widths).mapToObj(Integer::toString).toList();
        return Sweeps.over(new Axis("width", values)).repeated(repeats).sweep();
    }

    /** How many of 100 each trial is right about, configuration by configuration; diverged where below 0. */
    private static Summary summary(Sweep sweep, TestPredictions predictions, int... right) {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        sweep.trials().forEach(trial -> builder.add(outcome(trial, right[trial.number() - 1])));
        return builder.build(List.of(), predictions);
    }

    private static TrialOutcome outcome(Trial trial, int right) {
        return right < 0 ? Outcomes.diverged(trial) : Outcomes.completed(trial, 0.5, right);
    }

    private static TestPredictions known(Map<Integer, Optional<Correctness>> byTrial) {
        return trial -> byTrial.getOrDefault(trial.number(), Optional.empty());
    }

    /** Twenty examples, all of class {@code a}. */
    private static Optional<Correctness> wrongAbout(Integer... examples) {
        return predictions(20, "a", Set.of(examples));
    }

    private static Optional<Correctness> predictions(int examples, String actual, Set<Integer> wrong) {
        Correctness.Builder builder = new Correctness.Builder();
        for (int i = 0; i < examples; i++) {
            builder.add(Integer.toString(i), actual, wrong.contains(i) ? "wrong" : actual);
        }
        return builder.build();
    }

    private static List<String> tests(Summary summary) {
        List<String> columns = List.of(
                "configuration", "only-best-right", "only-other-right", "mcnemar-p", "mcnemar-adjusted", "verdict");
        return summary.tables().stream()
                .filter(table -> table.name().equals("comparisons"))
                .flatMap(table -> CsvTable.text(table.only(columns)).lines().skip(1))
                .toList();
    }

    @Test
    void holdsEachAgainstTheBestExampleByExample() {
        TestPredictions predictions =
                known(Map.of(1, wrongAbout(0, 1, 2, 3), 2, wrongAbout(0), 3, wrongAbout(1, 2, 3, 4, 5, 6, 7, 8, 9)));

        Summary summary = summary(sweep(3, 1), predictions, 85, 95, 90);

        assertThat(tests(summary))
                .containsExactly("3,9,1,0.021484375,0.064453125,too few repeats", "1,3,0,0.25,0.5,too few repeats");
        assertThat(summary.notes()).contains(NOTE);
    }

    @Test
    void countsAComputationUnderTwoNamesOnce() {
        Optional<Correctness> worse = wrongAbout(1, 2, 3, 4, 5, 6, 7, 8, 9);
        TestPredictions predictions = known(Map.of(1, worse, 2, wrongAbout(0), 3, worse, 4, wrongAbout(0)));

        Summary summary = summary(sweep(4, 1), predictions, 85, 95, 85, 95);

        assertThat(tests(summary))
                .containsExactly(
                        "4,0,0,1.0,,same computation",
                        "1,9,1,0.021484375,0.021484375,too few repeats",
                        "3,9,1,0.021484375,0.021484375,too few repeats");
    }

    @Test
    void leavesCellsEmptyWhereOneHasNoPredictions() {
        TestPredictions predictions = known(Map.of(2, wrongAbout(0), 3, wrongAbout(1, 2, 3, 4, 5, 6, 7, 8, 9)));

        Summary summary = summary(sweep(3, 1), predictions, 85, 95, 90);

        assertThat(tests(summary))
                .containsExactly("3,9,1,0.021484375,0.064453125,too few repeats", "1,,,,,too few repeats");
    }

    @Test
    void leavesCellsEmptyWhereExamplesDiffer() {
        TestPredictions predictions =
                known(Map.of(1, predictions(20, "b", Set.of(1)), 2, wrongAbout(0), 3, predictions(19, "a", Set.of(1))));

        Summary summary = summary(sweep(3, 1), predictions, 85, 95, 90);

        assertThat(tests(summary)).containsExactly("3,,,,,too few repeats", "1,,,,,too few repeats");
        assertThat(summary.notes()).isNotEmpty().doesNotContain(NOTE);
    }

    @Test
    void leavesCellsEmptyWhereTheBestHasNoPredictions() {
        Summary summary = summary(sweep(2, 1), known(Map.of(1, wrongAbout(1))), 85, 95);

        assertThat(tests(summary)).containsExactly("1,,,,,too few repeats");
    }

    @Test
    void standsOnTheFirstRepeatWhereItWasCompleted() {
        TestPredictions predictions = trial -> wrongAbout(trial.configuration().number() == 3 ? 0 : trial.number());

        Summary summary = summary(sweep(3, 2), predictions, 80, 81, -1, 70, 90, 91);

        assertThat(tests(summary)).containsExactly("1,1,1,1.0,1.0,too few repeats", "2,,,,,too few repeats");
    }

    @Test
    void asksForNoMoreThanTheBestRanked() {
        Sweep sweep = sweep(300, 1);
        List<Integer> asked = new ArrayList<>();
        TestPredictions predictions = trial -> {
            asked.add(trial.configuration().number());
            return wrongAbout(trial.number() % 20);
        };
        SummaryBuilder builder = new SummaryBuilder(sweep);
        sweep.trials()
                .forEach(trial -> builder.add(Outcomes.completed(trial, trial.number(), 50 + trial.number() * 7 % 50)));

        Summary summary = builder.build(List.of(), predictions);

        assertThat(asked)
                .hasSize(1 + ExampleTests.MOST_TESTED)
                .containsExactlyElementsOf(summary.comparisons().stream()
                        .limit(asked.size())
                        .map(one -> one.configuration().number())
                        .toList());
        assertThat(tests(summary)).filteredOn(line -> line.contains(",,,,")).hasSize(99);
    }
}
