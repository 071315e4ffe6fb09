package nightsweep.driver.summary.tables;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/** Wall-clock facts of each trial that ran, in the order of the plan: the only table that differs from run to run. */
public final class TimingsTable {
    private TimingsTable() {}

    private record Row(Trial trial, Timing timing) {}

    public static Table of(Endings endings) {
        List<Row> rows = endings.trials().stream()
                .flatMap(trial -> trial.ending().timing().stream().map(timing -> new Row(trial.trial(), timing)))
                .toList();
        return Table.of(
                "timings",
                "Timings",
                List.of(
                        field(
                                Column.number("trial"),
                                row -> Cell.count(row.trial().number())),
                        field(
                                Column.text("id"),
                                row -> Cell.text(row.trial().id().text())),
                        field(Column.text("host"), row -> Cell.text(row.timing().host())),
                        count("attempts", timing -> timing.history().attempts().size()),
                        field(
                                Column.text("started"),
                                row -> Cell.text(
                                        Instant.ofEpochMilli(row.timing().startedMillis())
                                                .toString())),
                        count("train-millis", Timing::trainMillis),
                        count("evaluate-millis", Timing::evaluateMillis),
                        count("total-millis", Timing::totalMillis),
                        count("steps", Timing::steps),
                        count("resumed-epochs", Timing::resumedEpochs),
                        count("repeated-epochs", Timing::repeatedEpochs),
                        field(Column.number("millis-per-step"), row -> Cell.score(millisPerStep(row.timing()))),
                        field(
                                Column.text("copy-of"),
                                row -> Cell.text(
                                        row.timing().copyOf().map(TrialId::text).orElse("")))),
                rows,
                List.of());
    }

    private static double millisPerStep(Timing timing) {
        return timing.steps() == 0 ? Double.NaN : (double) timing.trainMillis() / timing.steps();
    }

    private static Field<Row> count(String name, ToLongFunction<Timing> figure) {
        return field(Column.number(name), row -> Cell.count(figure.applyAsLong(row.timing())));
    }

    private static Field<Row> field(Column column, Function<Row, Cell> cell) {
        return new Field<>(column, cell);
    }
}
