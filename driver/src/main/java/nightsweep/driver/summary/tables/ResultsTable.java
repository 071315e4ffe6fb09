package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.summary.comparison.Comparisons;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Figures;
import nightsweep.driver.summary.ranking.Ranking;
import nightsweep.driver.summary.ranking.Ranking.Ranked;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.Status;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.sweep.Metric;

/** Every planned trial exactly once: the ranked ones first, then those without a rank by where they stand. */
public final class ResultsTable {
    private ResultsTable() {}

    public static Table of(Endings endings) {
        return Table.of(
                "results",
                "Trials",
                AxisFields.between(
                        before(endings), endings.sweep(), row -> row.item().configuration(), after(endings)),
                ranked(endings),
                endings.notes());
    }

    /** For the screen: the trials that ended without a rank, and why. */
    public static Table unranked(Endings endings) {
        List<Field<TrialEnding>> fields = new ArrayList<>();
        fields.add(new Field<>(
                Column.number("trial"), trial -> Cell.count(trial.trial().number())));
        fields.add(new Field<>(
                Column.text("values"), trial -> Cell.text(trial.configuration().label())));
        if (endings.sweep().trialsEach() > 1) {
            fields.add(new Field<>(
                    Column.number("repeat"), trial -> Cell.count(trial.trial().repeat())));
        }
        if (endings.sweep().folds() > 1) {
            fields.add(new Field<>(
                    Column.number("fold"), trial -> Cell.count(trial.trial().fold())));
        }
        fields.add(new Field<>(
                Column.text("outcome"), trial -> Cell.text(trial.status().label())));
        fields.add(new Field<>(
                Column.text("reason"), trial -> Cell.text(trial.ending().reason())));
        List<TrialEnding> rows = ranked(endings).stream()
                .filter(row -> row.rank() == 0)
                .map(Ranked::item)
                .filter(trial -> trial.status() != Status.NOT_RUN)
                .toList();
        return Table.of("results", "Not ranked", fields, rows, List.of());
    }

    private static List<Ranked<TrialEnding>> ranked(Endings endings) {
        Selection selection = endings.selection();
        List<TrialEnding> byStatus = endings.trials().stream()
                .sorted(Comparator.comparing(TrialEnding::status))
                .toList();
        return Ranking.of(byStatus, selection, TrialEnding::configuration, selection::value);
    }

    private static List<Field<Ranked<TrialEnding>>> before(Endings endings) {
        Map<Integer, Integer> firsts = Comparisons.computations(endings);
        List<Field<Ranked<TrialEnding>>> fields = new ArrayList<>(List.of(
                new Field<>(Column.number("rank"), Ranked::rankCell),
                new Field<>(
                        Column.number("trial"),
                        row -> Cell.count(row.item().trial().number())),
                new Field<>(
                        Column.text("id"),
                        row -> Cell.text(row.item().trial().id().text())),
                new Field<>(
                        Column.number("configuration"),
                        row -> Cell.count(row.item().configuration().number()))));
        if (!firsts.isEmpty()) {
            fields.add(new Field<>(
                    Column.number("same-as").titled("same as"), row -> sameAs(row.item(), firsts, endings)));
        }
        return fields;
    }

    /** The trial of the same repeat of the first configuration that is the same computation. */
    private static Cell sameAs(TrialEnding trial, Map<Integer, Integer> firsts, Endings endings) {
        int configuration = trial.configuration().number();
        int first = firsts.getOrDefault(configuration, configuration);
        return first == configuration
                ? Cell.missing()
                : Cell.count(endings.sweep().number(first, trial.trial().place()));
    }

    private static List<Field<Ranked<TrialEnding>>> after(Endings endings) {
        Selection selection = endings.selection();
        List<Field<Ranked<TrialEnding>>> fields = new ArrayList<>();
        fields.add(new Field<>(
                Column.number("repeat"), row -> Cell.count(row.item().trial().repeat())));
        if (endings.sweep().folds() > 1) {
            fields.add(new Field<>(
                    Column.number("fold"), row -> Cell.count(row.item().trial().fold())));
        }
        fields.add(new Field<>(
                Column.text("outcome"), row -> Cell.text(row.item().status().label())));
        if (selection.ranksWithinLossKinds()) {
            fields.add(new Field<>(
                    Column.text("loss-kind"),
                    row -> Cell.text(
                            Selection.lossKind(row.item().configuration()).label())));
        }
        fields.add(score(Column.number("objective").titled(selection.title()), selection::value));
        fields.addAll(endings.sweep().predictsNumber() ? numberFigures(endings) : classFigures(endings));
        fields.add(score("train-loss", trial -> trial.lastEpoch(EpochMetrics::trainLoss)));
        if (!endings.sweep().predictsNumber()) {
            fields.add(score("train-accuracy", trial -> trial.lastEpoch(EpochMetrics::trainAccuracy)));
        }
        fields.add(new Field<>(Column.number("epochs"), row -> epochs(row.item())));
        if (endings.sweep().configurations().stream()
                .anyMatch(configuration -> configuration.training().stopping().active())) {
            fields.add(new Field<>(Column.number("best-epoch"), row -> bestEpoch(row.item())));
        }
        fields.add(new Field<>(Column.number("parameters"), row -> parameters(row.item())));
        fields.add(new Field<>(
                Column.text("verdict"), row -> Cell.text(row.item().ending().verdict())));
        fields.add(new Field<>(
                Column.text("reason"), row -> Cell.text(row.item().ending().reason())));
        return fields;
    }

    private static List<Field<Ranked<TrialEnding>>> classFigures(Endings endings) {
        Selection selection = endings.selection();
        List<Field<Ranked<TrialEnding>>> fields = new ArrayList<>();
        if (endings.validates()) {
            fields.add(score(
                    "validation-loss",
                    trial -> stopped(trial)
                            ? trial.lastEpoch(EpochMetrics::validationLoss)
                            : trial.validation().loss()));
            fields.add(score(
                    "validation-accuracy",
                    trial -> stopped(trial)
                            ? trial.lastEpoch(EpochMetrics::validationAccuracy)
                            : trial.validation().accuracy()));
        }
        fields.add(score("test-loss", trial -> trial.test().loss()));
        fields.add(score("test-accuracy", trial -> trial.test().accuracy()));
        fields.add(score("test-accuracy-low", trial -> testAccuracy(trial, Interval::low)));
        fields.add(score("test-accuracy-high", trial -> testAccuracy(trial, Interval::high)));
        fields.add(score(
                Column.number("macro-f1").titled("macro F1"),
                trial -> trial.test().macroF1()));
        fields.add(score("weighted-f1", trial -> trial.test().weightedF1()));
        OtherMetrics.ofObjective(selection)
                .ifPresent(metric -> fields.add(score(
                        Column.number("test-" + metric.label())
                                .titled("test " + selection.objective().title()),
                        trial -> trial.test().value(metric))));
        if (endings.testsWithDropout()) {
            fields.add(
                    score("test-loss-with-dropout", trial -> trial.withDropout().loss()));
            fields.add(score(
                    "test-accuracy-with-dropout", trial -> trial.withDropout().accuracy()));
        }
        return fields;
    }

    private static List<Field<Ranked<TrialEnding>>> numberFigures(Endings endings) {
        List<Field<Ranked<TrialEnding>>> fields = new ArrayList<>();
        if (endings.validates()) {
            fields.add(score(
                    "validation-loss",
                    trial -> stopped(trial)
                            ? trial.lastEpoch(EpochMetrics::validationLoss)
                            : trial.validation().loss()));
            NumberFields.VALIDATION.forEach(metric -> fields.add(score(
                    Column.number("validation-" + metric.label()).titled(NumberFields.title("validation", metric)),
                    trial -> trial.validation().value(metric))));
        }
        fields.add(score("test-loss", trial -> trial.test().loss()));
        for (Metric metric : NumberFields.TEST) {
            String name = "test-" + metric.label();
            fields.add(score(
                    Column.number(name).titled(NumberFields.title("test", metric)),
                    trial -> trial.test().value(metric)));
            if (name.equals(NumberFields.TEST_ERROR)) {
                fields.add(score(name + "-low", trial -> testError(trial, Interval::low)));
                fields.add(score(name + "-high", trial -> testError(trial, Interval::high)));
            }
        }
        if (endings.testsWithDropout()) {
            fields.add(
                    score("test-loss-with-dropout", trial -> trial.withDropout().loss()));
            fields.add(score(
                    NumberFields.TEST_ERROR + "-with-dropout",
                    trial -> trial.withDropout().value(Metric.ROOT_MEAN_SQUARED_ERROR)));
        }
        return fields;
    }

    private static boolean stopped(TrialEnding trial) {
        return trial.status() == Status.STOPPED;
    }

    private static Field<Ranked<TrialEnding>> score(String name, ToDoubleFunction<TrialEnding> figure) {
        return score(Column.number(name), figure);
    }

    private static Field<Ranked<TrialEnding>> score(Column column, ToDoubleFunction<TrialEnding> figure) {
        return new Field<>(column, row -> Cell.score(figure.applyAsDouble(row.item())));
    }

    private static double testAccuracy(TrialEnding trial, ToDoubleFunction<Interval> end) {
        return trial.ending().figures().stream()
                .map(Figures::testAccuracy)
                .mapToDouble(end)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double testError(TrialEnding trial, ToDoubleFunction<Interval> end) {
        return trial.ending().figures().stream()
                .map(Figures::testError)
                .mapToDouble(end)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Cell epochs(TrialEnding trial) {
        return trial.status() == Status.NOT_RUN
                ? Cell.missing()
                : Cell.count(trial.ending().epochs());
    }

    /** That whose network was kept; none where training never ends early. */
    private static Cell bestEpoch(TrialEnding trial) {
        return trial.ending()
                .figures()
                .map(Figures::bestEpoch)
                .filter(epoch -> epoch > 0)
                .map(Cell::count)
                .orElse(Cell.missing());
    }

    private static Cell parameters(TrialEnding trial) {
        return trial.parameters().isPresent() ? Cell.count(trial.parameters().getAsLong()) : Cell.missing();
    }
}
