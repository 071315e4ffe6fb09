package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Measured;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.Selection.MeasuredOn;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Metric;

/** Every metric of each completed trial that the results have no room for. */
public final class OtherMetrics {
    /** Those of which the results tell, whatever the objective. */
    private static final Set<Metric> IN_RESULTS =
            EnumSet.of(Metric.ACCURACY, Metric.LOSS, Metric.MACRO_F1, Metric.WEIGHTED_F1);

    private OtherMetrics() {}

    /** The metric of the objective where the results would not tell its figure on test examples. */
    static Optional<Metric> ofObjective(Selection selection) {
        Metric metric = selection.objective().metric();
        return selection.measuredOn() == MeasuredOn.TEST
                        || IN_RESULTS.contains(metric)
                        || NumberFields.TEST.contains(metric)
                ? Optional.empty()
                : Optional.of(metric);
    }

    /** One row a completed trial, in the order of the plan. */
    public static Table of(Endings endings) {
        List<Field<TrialEnding>> before = List.of(
                new Field<>(
                        Column.number("trial"),
                        trial -> Cell.count(trial.trial().number())),
                new Field<>(
                        Column.text("id"), trial -> Cell.text(trial.trial().id().text())),
                new Field<>(
                        Column.number("configuration"),
                        trial -> Cell.count(trial.configuration().number())));
        List<Field<TrialEnding>> after = new ArrayList<>();
        after.add(new Field<>(
                Column.number("repeat"), trial -> Cell.count(trial.trial().repeat())));
        if (endings.sweep().folds() > 1) {
            after.add(new Field<>(
                    Column.number("fold"), trial -> Cell.count(trial.trial().fold())));
        }
        if (endings.validates()) {
            metrics(endings).forEach(metric -> after.add(figure("validation-", metric, TrialEnding::validation)));
        }
        metrics(endings).forEach(metric -> after.add(figure("test-", metric, TrialEnding::test)));
        return Table.of(
                "metrics",
                "Metrics",
                AxisFields.between(before, endings.sweep(), TrialEnding::configuration, after),
                endings.completed(),
                List.of());
    }

    private static Stream<Metric> metrics(Endings endings) {
        return Stream.of(Metric.values())
                .filter(metric -> metric.suits(endings.sweep().target()))
                .filter(metric ->
                        !metric.ofOneClass() || endings.selection().objective().metric() == metric);
    }

    private static Field<TrialEnding> figure(String on, Metric metric, Function<TrialEnding, Measured> measured) {
        return new Field<>(
                Column.number(on + metric.label()),
                trial -> Cell.score(measured.apply(trial).value(metric)));
    }
}
