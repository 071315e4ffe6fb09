package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.summary.Ranking.Ranked;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.ClassScores;

/** How well each class was recognised: in full for files, and F1 by configuration for the screen. */
final class ClassTables {
    private static final int MOST_COLUMNS = 12;
    private static final int WORST = 5;

    private ClassTables() {}

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

    /** One row a ranked configuration, F1 averaged over its repeats; its worst classes where there are many. */
    static Table f1(Endings endings) {
        List<Ranked<ConfigurationEndings>> rows = ConfigurationsTable.ranked(endings).stream()
                .filter(row -> row.rank() > 0)
                .toList();
        List<List<String>> labels = rows.stream()
                .flatMap(row -> row.item().completed().stream())
                .map(ClassTables::labels)
                .distinct()
                .toList();
        boolean columns = labels.size() == 1 && labels.get(0).size() <= MOST_COLUMNS;
        List<Field<Ranked<ConfigurationEndings>>> fields = new ArrayList<>();
        fields.add(new Field<>(Column.number("rank"), Ranked::rankCell));
        fields.add(new Field<>(
                Column.number("configuration"),
                row -> Cell.count(row.item().configuration().number())));
        fields.add(new Field<>(
                Column.text("values"),
                row -> Cell.text(row.item().configuration().label())));
        if (columns) {
            for (int i = 0; i < labels.get(0).size(); i++) {
                int index = i;
                fields.add(new Field<>(
                        Column.number("class-" + i).titled(labels.get(0).get(i)).decimals(3),
                        row -> Cell.score(f1(row.item(), index))));
            }
        } else {
            for (int i = 0; i < WORST; i++) {
                int place = i;
                fields.add(new Field<>(
                        Column.text("worst-" + i).titled(i == 0 ? "worst" : "next"),
                        row -> Cell.text(worst(row.item(), place))));
            }
        }
        return Table.of("classes", "F1 by class, on test examples", fields, rows, List.of());
    }

    private static List<String> labels(TrialEnding trial) {
        return trial.classes().stream().map(ClassScores::label).toList();
    }

    private static double f1(ConfigurationEndings configuration, int index) {
        return configuration.spread(trial -> trial.classes().get(index).f1()).mean();
    }

    private static String worst(ConfigurationEndings configuration, int place) {
        List<ClassScores> classes = configuration.completed().get(0).classes();
        return IntStream.range(0, classes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> f1(configuration, index)))
                .skip(place)
                .findFirst()
                .map(index ->
                        String.format(Locale.ROOT, "%s %.4f", classes.get(index).label(), f1(configuration, index)))
                .orElse("");
    }
}
