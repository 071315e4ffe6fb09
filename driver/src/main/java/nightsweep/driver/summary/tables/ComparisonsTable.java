package nightsweep.driver.summary.tables;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.comparison.Comparisons;
import nightsweep.driver.summary.comparison.SameExamples;
import nightsweep.driver.summary.comparison.Standing;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;

/** Each ranked configuration beside the best, over the repeats that both completed. */
public final class ComparisonsTable {
    private ComparisonsTable() {}

    /** One row for each but the best. */
    public static Table of(Endings endings, Comparisons comparisons) {
        List<Field<Comparison>> before = List.of(new Field<>(
                Column.number("configuration"),
                row -> Cell.count(row.configuration().number())));
        List<Field<Comparison>> after = List.of(
                new Field<>(Column.number("best"), row -> Cell.count(row.best().number())),
                new Field<>(
                        Column.number("repeats"), row -> Cell.count(row.test().n())),
                score(Column.difference("difference"), row -> row.test().mean()),
                score(Column.difference("low"), row -> row.test().interval().low()),
                score(Column.difference("high"), row -> row.test().interval().high()),
                score(Column.number("p"), row -> row.test().p()),
                score(Column.number("adjusted-p"), Comparison::adjustedP),
                score(
                        Column.difference("adjusted-low"),
                        row -> row.adjustedInterval().low()),
                score(
                        Column.difference("adjusted-high"),
                        row -> row.adjustedInterval().high()),
                new Field<>(
                        Column.text("verdict"), row -> Cell.text(row.standing().label())),
                examples("only-best-right", row -> Cell.count(row.test().onlyFirst())),
                examples("only-other-right", row -> Cell.count(row.test().onlySecond())),
                examples("mcnemar-p", row -> Cell.score(row.test().p())),
                examples("mcnemar-adjusted", row -> Cell.score(row.adjustedP())));
        return Table.of(
                "comparisons",
                "Differences to the best in " + endings.selection().title(),
                AxisFields.between(before, endings.sweep(), Comparison::configuration, after),
                comparisons.all().stream()
                        .filter(row -> row.standing() != Standing.BEST)
                        .toList(),
                comparisons.notes(endings));
    }

    private static Field<Comparison> examples(String name, Function<SameExamples, Cell> cell) {
        return new Field<>(
                Column.number(name), row -> row.sameExamples().map(cell).orElse(Cell.missing()));
    }

    private static Field<Comparison> score(Column column, ToDoubleFunction<Comparison> figure) {
        return new Field<>(column, row -> Cell.score(figure.applyAsDouble(row)));
    }
}
