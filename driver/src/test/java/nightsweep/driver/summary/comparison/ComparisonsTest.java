package nightsweep.driver.summary.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.Sweeps;
import nightsweep.driver.summary.effects.Attribution;
import nightsweep.driver.summary.effects.Effects;
import nightsweep.driver.summary.ranking.Ending;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static Sweep sweep(int widths, int repeats) {
        return Sweeps.over(new Axis(
                        "width",
                        IntStream.rangeClosed(1, widths)
                                .mapToObj(Integer::toString)
                                .toList()))
                .repeated(repeats)
                .sweep();
    }

    /** How many of 100 each trial is right about, configuration by configuration; diverged where below 0. */
    private static Summary summary(Sweep sweep, int... right) {
        return Summary.of(sweep, sweep.trials().stream().flatMap(trial -> outcome(trial, right)));
    }

    private static Stream<TrialOutcome> outcome(Trial trial, int[] right) {
        int one = right[trial.number() - 1];
        return Stream.of(one < 0 ? Outcomes.diverged(trial) : Outcomes.completed(trial, 0.5, one));
    }

    private static List<String> lines(Summary summary, String name, String... columns) {
        Table table = summary.tables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return CsvTable.text(table.only(List.of(columns))).lines().skip(1).toList();
    }

    @Test
    void tellsWorseFromNotDistinguishable() {
        Summary summary =
                summary(sweep(4, 5), 50, 51, 50, 52, 50, 90, 91, 92, 90, 91, 90, 92, 91, 90, 90, 90, 91, 92, 90, 91);

        assertThat(lines(summary, "configurations", "configuration", "versus-best"))
                .containsExactly("2,best", "4,same computation", "3,not distinguishable", "1,worse");
        assertThat(lines(summary, "comparisons", "configuration", "best", "repeats", "verdict"))
                .containsExactly("4,2,5,same computation", "3,2,5,not distinguishable", "1,2,5,worse");
        assertThat(summary.notes())
                .contains(
                        "Versus best, configuration 2: of 3 others 1 is the same computation, 1 is not distinguishable"
                                + " from it, 1 is worse. Worse means by more than chance between repeats explains: paired"
                                + " t-tests over the same repeats, Holm's correction, one false alarm in twenty such tables."
                                + " Not distinguishable does not mean equal: with more repeats it may come out worse.");
    }

    @Test
    void countsAComputationUnderTwoNamesOnce() {
        Comparison third = summary(
                        sweep(4, 5), 50, 51, 50, 52, 50, 90, 91, 92, 90, 91, 90, 92, 91, 90, 90, 90, 91, 92, 90, 91)
                .comparisons()
                .get(2);

        assertThat(third.configuration().number()).isEqualTo(3);
        assertThat(third.test().mean()).isEqualTo(-0.002, within(1e-12));
        // The larger of two of three: 1, 2 or 4, and 3.
        assertThat(third.adjustedP()).isEqualTo(Math.min(1, 2 * third.test().p()));
    }

    @Test
    void givesNoVerdictOnTwoRepeats() {
        Summary summary = summary(sweep(2, 2), 50, 50, 90, 91);

        assertThat(lines(summary, "configurations", "configuration", "versus-best"))
                .containsExactly("2,best", "1,too few repeats");
        assertThat(lines(summary, "comparisons", "low", "adjusted-p"))
                .singleElement(STRING)
                .endsWith(",");
    }

    @Test
    void comparesOverTheRepeatsThatBothCompleted() {
        Summary summary = summary(sweep(2, 5), 50, 51, 50, -1, 50, 90, 91, -1, 90, 91);

        assertThat(lines(summary, "comparisons", "configuration", "repeats", "verdict"))
                .containsExactly("1,3,worse");
    }

    @Test
    void isNotWorseWhereItIsAheadInCommonRepeats() {
        Summary summary = summary(sweep(2, 4), 90, 91, 92, -1, 88, 89, 90, 99);

        assertThat(lines(summary, "configurations", "configuration")).containsExactly("2", "1");
    }

    @Test
    void comparesLossesWithinTheirKind() {
        Sweep sweep = Sweeps.over(new Axis("loss", List.of("mean-squared-error", "cross-entropy", "hinge")))
                .on(Metric.LOSS)
                .repeated(3)
                .sweep();

        Summary summary =
                Summary.of(sweep, sweep.trials().stream().map(trial -> Outcomes.completed(trial, trial.number(), 90)));

        assertThat(summary.comparisons()).extracting(Comparison::standing).containsOnly(Standing.BEST);
        assertThat(summary.effects()).hasSize(3);
    }

    @Test
    void boundsASingleRepeatByItsTestExamples() {
        Summary summary = summary(sweep(2, 1), 90, 95);

        assertThat(lines(summary, "configurations", "test-accuracy-low", "test-accuracy-high", "macro-f1-low"))
                .containsExactly("0.9104218518612239,0.9726173543992359,", "0.8505941875672826,0.934329551330904,");
    }

    @Test
    void bearsFiveThousandConfigurations() {
        List<String> values = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        Sweep sweep = Sweeps.over(
                        new Axis("width", values), new Axis("rate", values), new Axis("momentum", List.of("0", "1")))
                .repeated(2)
                .sweep();
        Endings endings = new Endings(
                sweep,
                Selection.of(sweep),
                sweep.trials().stream()
                        .map(trial -> new TrialEnding(
                                trial,
                                Ending.of(
                                        trial,
                                        Outcomes.completed(trial, 0.5, trial.number() * 7 % 100),
                                        Optional.empty())))
                        .toList(),
                Set.of());

        Comparisons comparisons = Comparisons.of(endings);
        List<Effects> effects = Attribution.of(endings);

        assertThat(comparisons.all()).hasSize(5_000);
        assertThat(effects.get(0).interactions()).hasSize(3);
    }
}
