package nightsweep.driver.summary;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.ClassScores;

/** How well each class was recognised in each completed trial. */
final class ClassesTable {
    private ClassesTable() {}

    private record Row(TrialEnding trial, ClassScores scores) {}

    /** One row a completed trial and class, then its averages. */
    static Table of(Endings endings) {
        List<Row> rows = endings.completed().stream()
                .flatMap(trial -> trial.ending().figures().stream()
                        .flatMap(figures -> Stream.concat(
                                figures.classes().stream(),
                                Stream.of(figures.macroAverage(), figures.weightedAverage())))
                        .map(scores -> new Row(trial, scores)))
                .toList();
        List<Field<Row>> before = List.of(
                new Field<>(
                        Column.number("trial"),
                        row -> Cell.count(row.trial().trial().number())),
                new Field<>(
                        Column.text("id"),
                        row -> Cell.text(row.trial().trial().id().text())),
                new Field<>(
                        Column.number("configuration"),
                        row -> Cell.count(row.trial().configuration().number())));
        List<Field<Row>> after = List.of(
                new Field<>(
                        Column.number("repeat"),
                        row -> Cell.count(row.trial().trial().repeat())),
                new Field<>(Column.text("class"), row -> Cell.text(row.scores().label())),
                score("precision", ClassScores::precision),
                score("recall", ClassScores::recall),
                score("f1", ClassScores::f1),
                new Field<>(
                        Column.number("support"), row -> Cell.count(row.scores().support())));
        return Table.of(
                "classes",
                "Classes",
                AxisFields.between(before, endings.sweep(), row -> row.trial().configuration(), after),
                rows,
                List.of());
    }

    private static Field<Row> score(String name, ToDoubleFunction<ClassScores> figure) {
        return new Field<>(Column.number(name), row -> Cell.score(figure.applyAsDouble(row.scores())));
    }
}
