package nightsweep.driver.summary;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.statistics.PairedTest;
import nightsweep.driver.statistics.Range;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.comparison.Standing;
import nightsweep.driver.summary.ranking.Spread;
import nightsweep.driver.summary.tables.AxisFields;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Objective.Goal;
import nightsweep.experiments.sweep.Sweep;

/**
 * A configuration that two runs have.
 *
 * @param before what its completed repeats in the first run gave
 * @param after likewise in the second
 * @param test of the differences from the first to the second
 * @param same whether both are identical in every figure of the repeats that both have
 * @param adjustedP NaN where no standing can be given
 * @param times by how much Holm raised p; NaN likewise
 * @param range of what is compared
 */
record ComparedConfiguration(
        Configuration first,
        Configuration second,
        Spread before,
        Spread after,
        PairedTest test,
        boolean same,
        double adjustedP,
        double times,
        Goal goal,
        Range range) {
    /** Better in the second run by more than chance between repeats explains. */
    static final String BETTER = "better";

    /** Without a repeat that both completed, or with losses of different kinds. */
    static final String NOT_COMPARABLE = "not comparable";

    ComparedConfiguration adjusted(double p, double raised) {
        return new ComparedConfiguration(first, second, before, after, test, same, p, raised, goal, range);
    }

    /** Where the difference lies, as sure as the standing is. */
    private Interval adjustedInterval() {
        return test.interval(times);
    }

    /** What became of it from the first run to the second, in words. */
    String standing() {
        if (same) {
            return Standing.SAME_COMPUTATION.label();
        }
        if (test.n() == 0) {
            return NOT_COMPARABLE;
        }
        if (Double.isNaN(adjustedP)) {
            return Standing.TOO_FEW_REPEATS.label();
        }
        if (adjustedP >= Comparison.LEVEL) {
            return Standing.NOT_DISTINGUISHABLE.label();
        }
        return goal.better(test.mean(), 0) ? BETTER : Standing.WORSE.label();
    }

    /** One row each. */
    static Table table(Sweep sweep, String measure, List<ComparedConfiguration> compared) {
        List<Field<ComparedConfiguration>> before = List.of(
                count("first", row -> row.first().number()),
                count("second", row -> row.second().number()));
        List<Field<ComparedConfiguration>> after = List.of(
                score(Column.number("first-mean"), row -> row.before().mean()),
                score(
                        Column.number("first-low"),
                        row -> row.before().interval(row.range()).low()),
                score(
                        Column.number("first-high"),
                        row -> row.before().interval(row.range()).high()),
                score(Column.number("second-mean"), row -> row.after().mean()),
                score(
                        Column.number("second-low"),
                        row -> row.after().interval(row.range()).low()),
                score(
                        Column.number("second-high"),
                        row -> row.after().interval(row.range()).high()),
                count("repeats", row -> row.test().n()),
                score(Column.difference("difference"), row -> row.test().mean()),
                score(Column.difference("low"), row -> row.test().interval().low()),
                score(Column.difference("high"), row -> row.test().interval().high()),
                score(Column.number("p"), row -> row.test().p()),
                score(Column.number("adjusted-p"), ComparedConfiguration::adjustedP),
                score(
                        Column.difference("adjusted-low"),
                        row -> row.adjustedInterval().low()),
                score(
                        Column.difference("adjusted-high"),
                        row -> row.adjustedInterval().high()),
                new Field<>(Column.text("verdict"), row -> Cell.text(row.standing())));
        return Table.of(
                "compare",
                "Configurations of both runs, by " + measure,
                AxisFields.between(before, sweep, ComparedConfiguration::first, after),
                compared,
                List.of());
    }

    private static Field<ComparedConfiguration> count(String name, Function<ComparedConfiguration, Integer> figure) {
        return new Field<>(Column.number(name), row -> Cell.count(figure.apply(row)));
    }

    private static Field<ComparedConfiguration> score(Column column, ToDoubleFunction<ComparedConfiguration> figure) {
        return new Field<>(column, row -> Cell.score(figure.applyAsDouble(row)));
    }
}
