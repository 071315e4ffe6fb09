package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.comparison.Comparisons;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Ranges;
import nightsweep.driver.summary.ranking.Ranking;
import nightsweep.driver.summary.ranking.Ranking.Ranked;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.Status;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Metric;

/** Every configuration exactly once, with its figures averaged over completed repeats. */
public final class ConfigurationsTable {
    private ConfigurationsTable() {}

    public static Table of(Endings endings, Comparisons comparisons) {
        return Table.of(
                "configurations",
                "Configurations",
                AxisFields.between(
                        before(), endings.sweep(), row -> row.item().configuration(), after(endings, comparisons)),
                Ranking.ofConfigurations(endings),
                Stream.concat(endings.notes().stream(), comparisons.notes(endings).stream())
                        .toList());
    }

    private static List<Field<Ranked<ConfigurationEndings>>> before() {
        return List.of(
                new Field<>(Column.number("rank"), Ranked::rankCell),
                new Field<>(
                        Column.number("configuration"),
                        row -> Cell.count(row.item().configuration().number())));
    }

    private static List<Field<Ranked<ConfigurationEndings>>> after(Endings endings, Comparisons comparisons) {
        Selection selection = endings.selection();
        List<Field<Ranked<ConfigurationEndings>>> fields = new ArrayList<>();
        if (selection.ranksWithinLossKinds()) {
            fields.add(new Field<>(
                    Column.text("loss-kind"),
                    row -> Cell.text(
                            Selection.lossKind(row.item().configuration()).label())));
        }
        Map<Integer, Comparison> byNumber = comparisons.byNumber();
        add(fields, endings, "objective", selection.title(), selection::value);
        fields.add(new Field<>(Column.text("versus-best"), row -> Cell.text(versusBest(row, byNumber))));
        if (endings.sweep().predictsNumber()) {
            addNumbers(fields, endings);
        } else {
            addClasses(fields, endings);
        }
        OtherMetrics.ofObjective(selection)
                .ifPresent(metric -> add(
                        fields,
                        endings,
                        "test-" + metric.label(),
                        "test " + selection.objective().title(),
                        trial -> trial.test().value(metric)));
        fields.add(new Field<>(
                Column.number("completed"), row -> Cell.count(row.item().count(Status.COMPLETED))));
        fields.add(new Field<>(
                Column.number("planned"), row -> Cell.count(row.item().trials().size())));
        fields.add(
                new Field<>(Column.text("remark"), row -> Cell.text(row.item().remark())));
        return fields;
    }

    private static void addClasses(List<Field<Ranked<ConfigurationEndings>>> fields, Endings endings) {
        add(
                fields,
                endings,
                "test-accuracy",
                "test accuracy",
                trial -> trial.test().accuracy());
        if (endings.testsWithDropout()) {
            add(
                    fields,
                    endings,
                    "test-accuracy-with-dropout",
                    "test accuracy with dropout",
                    trial -> trial.withDropout().accuracy());
        }
        add(fields, endings, "test-loss", "test loss", trial -> trial.test().loss());
        add(fields, endings, "macro-f1", "macro F1", trial -> trial.test().macroF1());
        add(fields, endings, "weighted-f1", "weighted F1", trial -> trial.test().weightedF1());
    }

    private static void addNumbers(List<Field<Ranked<ConfigurationEndings>>> fields, Endings endings) {
        for (Metric metric : NumberFields.TEST) {
            add(
                    fields,
                    endings,
                    "test-" + metric.label(),
                    NumberFields.title("test", metric),
                    trial -> trial.test().value(metric));
        }
        if (endings.testsWithDropout()) {
            add(
                    fields,
                    endings,
                    NumberFields.TEST_ERROR + "-with-dropout",
                    "test RMSE with dropout",
                    trial -> trial.withDropout().value(Metric.ROOT_MEAN_SQUARED_ERROR));
        }
        add(fields, endings, "test-loss", "test loss", trial -> trial.test().loss());
    }

    private static String versusBest(Ranked<ConfigurationEndings> row, Map<Integer, Comparison> comparisons) {
        return Optional.ofNullable(comparisons.get(row.item().configuration().number()))
                .map(comparison -> comparison.standing().label())
                .orElse("");
    }

    private static void add(
            List<Field<Ranked<ConfigurationEndings>>> fields,
            Endings endings,
            String name,
            String title,
            ToDoubleFunction<TrialEnding> figure) {
        fields.add(new Field<>(
                Column.number(name + "-mean").titled(title),
                row -> Cell.score(row.item().spread(figure).mean())));
        fields.add(new Field<>(
                Column.number(name + "-deviation").titled("deviation"),
                row -> Cell.score(row.item().spread(figure).deviation())));
        fields.add(new Field<>(
                Column.number(name + "-low").titled("95% low"),
                row -> Cell.score(interval(row.item(), endings, name, figure).low())));
        fields.add(new Field<>(
                Column.number(name + "-high").titled("95% high"),
                row -> Cell.score(interval(row.item(), endings, name, figure).high())));
    }

    /** Over repeats; where the sweep has but one, of test accuracy and of the root mean squared error that over test examples. */
    private static Interval interval(
            ConfigurationEndings configuration, Endings endings, String name, ToDoubleFunction<TrialEnding> figure) {
        boolean testError = name.equals(NumberFields.TEST_ERROR)
                || (name.equals("objective") && endings.selection().column().equals(NumberFields.TEST_ERROR));
        if (endings.sweep().trialsEach() == 1 && testError) {
            return configuration.testError();
        }
        boolean testAccuracy = name.equals("test-accuracy")
                || (name.equals("objective") && endings.selection().column().equals("test-accuracy"));
        return endings.sweep().trialsEach() == 1 && testAccuracy
                ? configuration.testAccuracy()
                : configuration
                        .spread(figure)
                        .interval(
                                name.equals("objective")
                                        ? endings.selection().range(configuration.configuration())
                                        : Ranges.of(name, configuration.configuration()));
    }
}
