package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTest {
    private static final Sweep SWEEP = Sweeps.over(
                    new Axis("activation", List.of("relu", "tanh", "sigmoid")),
                    new Axis("loss", List.of("cross-entropy", "negative-log-likelihood")))
            .validated()
            .withDropout()
            .repeated(3)
            .beside(new PublishedRow(
                    Map.of("activation", "relu"), "a notebook", Map.of("test-accuracy", 0.9), List.of(0.9, 0.8), ""))
            .sweep();

    private static final List<TrialOutcome> OUTCOMES = Outcomes.random(SWEEP, 1);

    private static final String EVERYTHING = everything(Summary.of(SWEEP, OUTCOMES.stream()));

    private static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** Everything that a summary can write, but for wall-clock facts. */
    private static String everything(Summary summary) {
        Stream<String> files = summary.tables().stream()
                .filter(table -> !table.name().equals("timings"))
                .map(CsvTable::text);
        return Stream.concat(
                        files, Stream.of(summary.console(120), summary.brief().toString()))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameInWhateverOrderOutcomesArrive(int seed) {
        List<TrialOutcome> shuffled = new ArrayList<>(OUTCOMES);
        Collections.shuffle(shuffled, new Random(seed));

        Summary summary = Summary.of(SWEEP, shuffled.stream());

        assertThat(shuffled).isNotEqualTo(OUTCOMES);
        assertThat(everything(summary)).isEqualTo(EVERYTHING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accountsForEveryTrialOnce(int seed) {
        List<TrialOutcome> outcomes = Outcomes.random(SWEEP, seed);

        Summary summary = Summary.of(SWEEP, outcomes.stream());

        SweepSummary.Totals totals = summary.totals();
        assertThat(totals.planned()).isEqualTo(18);
        assertThat(totals.completed() + totals.diverged() + totals.failed()).isEqualTo(outcomes.size());
        assertThat(totals.notRun()).isEqualTo(18 - outcomes.size());
        assertThat(column(summary.tables().get(0), "trial"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 18).mapToObj(Integer::toString).toList());
        assertThat(column(summary.tables().get(1), "configuration"))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    }

    private static List<String> column(Table table, String name) {
        return table.only(List.of(name)).rows().stream()
                .map(row -> row.get(0))
                .map(Cell::exact)
                .toList();
    }

    @Test
    void namesItsTables() {
        assertThat(Summary.of(SWEEP, Stream.of()).tables())
                .extracting(Table::name)
                .containsExactly(
                        "results",
                        "configurations",
                        "comparisons",
                        "classes",
                        "metrics",
                        "axis-activation",
                        "axis-loss",
                        "variance",
                        "effects",
                        "interactions",
                        "published",
                        "timings");
    }

    @Test
    void passesOverTrialsOfOtherSweeps() {
        Sweep other = Sweeps.over(new Axis("loss", List.of("hinge"))).sweep();
        TrialOutcome stranger = Outcomes.completed(other.trials().get(0), 0.5, 90);

        assertThat(Summary.of(SWEEP, Stream.of(stranger)).totals().notRun()).isEqualTo(18);
    }

    @Test
    void takesTheOutcomeThatSaysMost() {
        Trial trial = SWEEP.trials().get(0);
        TrialOutcome first = Outcomes.failed(trial, "first", Outcomes.STARTED);
        TrialOutcome second = Outcomes.failed(trial, "second", Outcomes.STARTED + 1);
        TrialOutcome completed = Outcomes.completed(trial, 0.5, 90);

        assertThat(reasons(Summary.of(SWEEP, Stream.of(first, second)))).contains("out of memory: second");
        assertThat(reasons(Summary.of(SWEEP, Stream.of(second, first)))).contains("out of memory: second");
        assertThat(Summary.of(SWEEP, Stream.of(second, completed, first)).totals())
                .isEqualTo(new SweepSummary.Totals(18, 1, 0, 0, 17));
    }

    @Test
    void tellsStoppedTrialsApartAndHasThemInNoMean() {
        List<Trial> trials = SWEEP.trials();
        List<TrialOutcome> completed = List.of(Outcomes.completed(trials.get(0), 0.5, 90));
        List<TrialOutcome> both = List.of(completed.get(0), Outcomes.stopped(trials.get(1)));

        Summary without = Summary.of(SWEEP, completed.stream());
        Summary summary = Summary.of(SWEEP, both.stream());

        assertThat(summary.totals()).isEqualTo(new SweepSummary.Totals(18, 1, 1, 0, 0, 16));
        assertThat(summary.console(120)).contains("18 planned = 1 completed + 1 stopped + 0 diverged");
        assertThat(summary.tables()
                        .get(0)
                        .only(List.of("rank", "trial", "outcome", "epochs", "reason"))
                        .rows()
                        .get(1))
                .extracting(Cell::exact)
                .containsExactly("", "2", "stopped", "1", "stopped at epoch 1 of 2");
        assertThat(column(summary.tables().get(5), "mean"))
                .isEqualTo(column(without.tables().get(5), "mean"));
        assertThat(column(summary.tables().get(5), "stopped")).containsExactly("1", "0", "0");
        assertThat(without.console(120)).doesNotContain("stopped");
    }

    private static List<String> reasons(Summary summary) {
        return column(summary.tables().get(0), "reason");
    }

    @Test
    void givesTheSameTrialUnderTwoNumbersTheSameOutcome() {
        Sweep plan = Sweeps.over(new Axis("width", List.of("1"))).sweep();
        Sweep twice = new Sweep(
                plan.name(),
                "",
                plan.axes(),
                List.of(plan.configurations().get(0), renumbered(plan)),
                plan.objective(),
                1,
                plan.seed(),
                List.of());

        Summary summary =
                Summary.of(twice, Stream.of(Outcomes.completed(plan.trials().get(0), 0.5, 90)));

        assertThat(summary.totals()).isEqualTo(new SweepSummary.Totals(2, 2, 0, 0, 0));
    }

    private static nightsweep.experiments.sweep.Configuration renumbered(Sweep plan) {
        var only = plan.configurations().get(0);
        return new nightsweep.experiments.sweep.Configuration(
                2, only.point(), only.dataset(), only.network(), only.training(), only.evaluation());
    }

    @Test
    void pointsOutIdenticalConfigurations() {
        Sweep sweep = Sweeps.over(new Axis("width", List.of("1", "2", "3", "4", "5")))
                .repeated(2)
                .sweep();
        List<TrialOutcome> outcomes = sweep.trials().stream()
                .<TrialOutcome>map(trial -> switch (trial.configuration().number()) {
                    case 1, 4 -> Outcomes.completed(trial, 0.5, 80 + trial.repeat());
                    case 2 -> Outcomes.completed(trial, Math.nextUp(0.5), 80 + trial.repeat());
                    case 3 -> Outcomes.completed(trial, 0.5, 80);
                    default -> trial.repeat() == 0 ? Outcomes.completed(trial, 0.5, 80) : Outcomes.diverged(trial);
                })
                .toList();

        assertThat(Summary.of(sweep, outcomes.stream()).notes())
                .containsExactly(
                        "Ranked on test accuracy: this sweep keeps no validation split.",
                        "Two repeats of each configuration are too few to tell differences from chance: intervals stand"
                                + " on one degree of freedom. Three are the least; five and more tell more.",
                        "3 configurations share the best mean test accuracy, 0.8050: 1, 2, 4. Wherever one of them is"
                                + " called the best it is the first in the plan, 1; its best trial is 2.",
                        "Configurations 1 and 4 are the same computation: identical to the last digit in every figure.");
    }

    @Test
    void namesTheFirstOfManyIdenticalConfigurations() {
        List<String> values = IntStream.range(0, 14).mapToObj(Integer::toString).toList();
        Sweep sweep = Sweeps.over(new Axis("width", values)).sweep();

        Summary summary = Summary.of(sweep, sweep.trials().stream().map(trial -> Outcomes.completed(trial, 0.5, 80)));

        assertThat(summary.notes())
                .contains("Configurations 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 4 others are the same computation:"
                        + " identical to the last digit in every figure.");
    }

    @Test
    void isShortForPrograms() {
        Sweep sweep =
                Sweeps.over(new Axis("width", List.of("1", "2"))).repeated(2).sweep();
        List<Trial> trials = sweep.trials();

        SweepSummary brief = Summary.of(
                        sweep,
                        Stream.of(
                                Outcomes.completed(trials.get(0), 0.5, 80),
                                Outcomes.completed(trials.get(1), 0.5, 90),
                                Outcomes.completed(trials.get(2), 0.5, 88)))
                .brief();

        assertThat(brief.measuredOn()).isEqualTo("test");
        assertThat(brief.bestTrials())
                .containsExactly(
                        new SweepSummary.BestTrial(3, trials.get(2).id(), 2, "2", 0, OptionalInt.empty(), 0.88));
        assertThat(brief.bestConfigurations()).singleElement().satisfies(best -> {
            assertThat(best.number()).isEqualTo(2);
            assertThat(best.objective()).isEqualTo(0.88);
            assertThat(best.deviation()).isEmpty();
            assertThat(best.completed()).isEqualTo(1);
            assertThat(best.planned()).isEqualTo(2);
            assertThat(best.ties()).isZero();
        });
    }

    @Test
    void tellsOfThousandsOfTrials() {
        List<String> hundred =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        Sweep sweep = Sweeps.over(new Axis("width", hundred), new Axis("rate", hundred.subList(0, 10)))
                .repeated(2)
                .sweep();
        List<TrialOutcome> outcomes = Outcomes.random(sweep, 1);

        int written = everything(Summary.of(sweep, outcomes.stream())).length();

        assertThat(written).isGreaterThan(100_000);
    }
}
