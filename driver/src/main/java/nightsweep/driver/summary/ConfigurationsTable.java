package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.summary.Ranking.Ranked;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;

/** Every configuration exactly once, with its figures averaged over completed repeats. */
final class ConfigurationsTable {
    private ConfigurationsTable() {}

    static Table of(Endings endings) {
        return Table.of(
                "configurations",
                "Configurations",
                AxisFields.between(before(), endings.sweep(), row -> row.item().configuration(), after(endings)),
                ranked(endings),
                endings.selection().notes());
    }

    /** By the mean of the objective over completed repeats. */
    static List<Ranked<ConfigurationEndings>> ranked(Endings endings) {
        Selection selection = endings.selection();
        return Ranking.of(
                endings.configurations(),
                selection,
                ConfigurationEndings::configuration,
                row -> row.spread(selection::value).mean());
    }

    private static List<Field<Ranked<ConfigurationEndings>>> before() {
        return List.of(
                new Field<>(Column.number("rank"), Ranked::rankCell),
                new Field<>(
                        Column.number("configuration"),
                        row -> Cell.count(row.item().configuration().number())));
    }

    private static List<Field<Ranked<ConfigurationEndings>>> after(Endings endings) {
        Selection selection = endings.selection();
        List<Field<Ranked<ConfigurationEndings>>> fields = new ArrayList<>();
        if (selection.ranksWithinLossKinds()) {
            fields.add(new Field<>(
                    Column.text("loss-kind"),
                    row -> Cell.text(
                            Selection.lossKind(row.item().configuration()).label())));
        }
        add(fields, "objective", selection.title(), selection::value);
        add(fields, "test-accuracy", "test accuracy", trial -> trial.test().accuracy());
        if (endings.testsWithDropout()) {
            add(
                    fields,
                    "test-accuracy-with-dropout",
                    "test accuracy with dropout",
                    trial -> trial.withDropout().accuracy());
        }
        add(fields, "test-loss", "test loss", trial -> trial.test().loss());
        add(fields, "macro-f1", "macro F1", trial -> trial.test().macroF1());
        fields.add(new Field<>(
                Column.number("completed"), row -> Cell.count(row.item().count(Status.COMPLETED))));
        fields.add(new Field<>(
                Column.number("planned"), row -> Cell.count(row.item().trials().size())));
        fields.add(
                new Field<>(Column.text("remark"), row -> Cell.text(row.item().remark())));
        return fields;
    }

    private static void add(
            List<Field<Ranked<ConfigurationEndings>>> fields,
            String name,
            String title,
            ToDoubleFunction<TrialEnding> figure) {
        fields.add(new Field<>(
                Column.number(name + "-mean").titled(title),
                row -> Cell.score(row.item().spread(figure).mean())));
        fields.add(new Field<>(
                Column.number(name + "-deviation").titled("+-"),
                row -> Cell.score(row.item().spread(figure).deviation())));
    }
}
