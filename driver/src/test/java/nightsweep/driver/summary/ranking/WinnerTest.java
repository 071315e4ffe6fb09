package nightsweep.driver.summary.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WinnerTest {
    private static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    private static Sweep sweep(int widths, int repeats) {
        List<String> values =
                IntStream.rangeClosed(1, widths).mapToObj(Integer::toString).toList();
        return Sweeps.over(new Axis("width", values)).repeated(repeats).sweep();
    }

    private static Summary summary(Sweep sweep, double[] losses, int... right) {
        return Summary.of(
                sweep,
                sweep.trials().stream()
                        .map(trial ->
                                Outcomes.completed(trial, losses[trial.number() - 1], right[trial.number() - 1])));
    }

    private static double[] equalLosses(int trials) {
        return IntStream.range(0, trials).mapToDouble(i -> 0.5).toArray();
    }

    @Test
    void takesTheBestConfigurationBeforeTheBestTrial() {
        SweepSummary brief =
                summary(sweep(3, 2), equalLosses(6), 100, 80, 95, 96, 100, 70).brief();

        assertThat(brief.bestConfigurations().get(0).number()).isEqualTo(2);
        assertThat(brief.bestTrials().get(0).configuration()).isEqualTo(2);
        assertThat(brief.bestTrials().get(0).number()).isEqualTo(4);
        assertThat(brief.notes()).noneMatch(note -> note.contains("share the best"));
    }

    @Test
    void takesTheLeastLossOfEqualTrialsAndThenTheFirst() {
        assertThat(best(new double[] {0.3, 0.2, 0.2, 0.1}, 90, 90, 90, 80)).isEqualTo(2);
        assertThat(best(new double[] {0.3, Double.NaN, 0.3, 0.1}, 90, 90, 90, 80))
                .isEqualTo(1);
    }

    private static int best(double[] losses, int... right) {
        return summary(sweep(1, losses.length), losses, right)
                .brief()
                .bestTrials()
                .get(0)
                .number();
    }

    @Test
    void takesValidationLossWhereThereIsOne() {
        Sweep sweep = Sweeps.over(new Axis("width", List.of("1")))
                .validated()
                .repeated(2)
                .sweep();

        Summary summary = Summary.of(
                sweep,
                sweep.trials().stream()
                        .map(trial -> Outcomes.completed(
                                trial,
                                Outcomes.evaluation(trial.repeat() == 0 ? 0.1 : 0.9, 80),
                                Optional.of(Outcomes.evaluation(trial.repeat() == 0 ? 0.9 : 0.1, 90)),
                                Optional.empty())));

        assertThat(summary.brief().bestTrials().get(0).repeat()).isEqualTo(1);
    }

    @Test
    void tellsWhoSharesTheLead() {
        Summary summary = summary(sweep(4, 2), equalLosses(8), 80, 80, 90, 100, 95, 95, 100, 90);

        SweepSummary brief = summary.brief();
        assertThat(brief.bestConfigurations()).singleElement().satisfies(best -> {
            assertThat(best.number()).isEqualTo(2);
            assertThat(best.ties()).isEqualTo(2);
        });
        assertThat(brief.bestTrials())
                .singleElement()
                .satisfies(best -> assertThat(best.number()).isEqualTo(4));
        assertThat(brief.notes())
                .contains("3 configurations share the best mean test accuracy, 0.9500: 2, 3, 4. Wherever one of them is"
                        + " called the best it is the first in the plan, 2; its best trial is 4.");
    }

    @Test
    void namesSomeOfManyThatShareTheLead() {
        Summary summary = summary(
                sweep(14, 1),
                equalLosses(14),
                IntStream.range(0, 14).map(i -> 100).toArray());

        assertThat(summary.notes())
                .contains(
                        "14 configurations share the best test accuracy, 1.0000: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and"
                                + " 3 more. Wherever one of them is called the best it is the first in the plan, 1; its best"
                                + " trial is 1.");
    }

    @Test
    void isEmptyWhereNothingCanBeRanked() {
        Sweep sweep = sweep(2, 1);

        SweepSummary brief = Summary.of(sweep, sweep.trials().stream().map(Outcomes::diverged))
                .brief();

        assertThat(brief.bestTrials()).isEmpty();
        assertThat(brief.bestConfigurations()).isEmpty();
    }

    /** However outcomes arrive, and whatever ties there are: all that speaks of the best speaks of the same one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isOneEverywhere(int seed) {
        Random random = new Random(seed);
        Sweep sweep = sweep(6, 3);
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : sweep.trials()) {
            outcomes.add(
                    random.nextInt(6) == 0
                            ? Outcomes.diverged(trial)
                            : Outcomes.completed(trial, 0.1 * random.nextInt(3), 97 + random.nextInt(4)));
        }
        Collections.shuffle(outcomes, random);
        SummaryBuilder builder = new SummaryBuilder(sweep);
        outcomes.forEach(builder::add);

        Summary summary = builder.build(outcomes, TestPredictions.none());

        SweepSummary.BestTrial trial = summary.brief().bestTrials().get(0);
        String first = CsvTable.text(summary.tables().get(1).only(List.of("configuration")))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(List.of(
                        trial.configuration(),
                        summary.brief().bestConfigurations().get(0).number(),
                        summary.comparisons().get(0).configuration().number(),
                        builder.best().get(0).configuration().number(),
                        summary.best().get(0).trial().configuration().number()))
                .containsOnly(Integer.parseInt(first));
        assertThat(List.of(
                        builder.best().get(0).number(),
                        summary.best().get(0).trial().number()))
                .containsOnly(trial.number());
        assertThat(summary.console(120)).contains("Confusion of the best trial, " + trial.number() + " ");
    }
}
