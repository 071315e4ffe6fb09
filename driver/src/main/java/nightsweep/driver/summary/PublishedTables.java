package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.PublishedRow;

/** Published results beside ours: one row a figure for files, one row a configuration for the screen. */
final class PublishedTables {
    private PublishedTables() {}

    static Table of(Endings endings) {
        List<Field<PublishedFigure>> before = List.of(new Field<>(
                Column.number("configuration"),
                row -> Cell.count(row.configuration().configuration().number())));
        List<Field<PublishedFigure>> after = List.of(
                new Field<>(Column.text("source"), row -> Cell.text(row.row().source())),
                new Field<>(Column.text("figure"), row -> Cell.text(row.figure())),
                new Field<>(Column.text("class"), row -> Cell.text(row.label())),
                new Field<>(Column.number("published"), row -> Cell.score(row.published())),
                new Field<>(Column.number("ours"), row -> Cell.score(row.ours())),
                new Field<>(Column.difference("difference"), row -> Cell.score(row.difference())),
                new Field<>(
                        Column.number("completed"),
                        row -> Cell.count(row.configuration().count(Status.COMPLETED))));
        return Table.of(
                "published",
                "Published and ours",
                AxisFields.between(
                        before, endings.sweep(), row -> row.configuration().configuration(), after),
                PublishedFigure.of(endings),
                List.of());
    }

    /** A sentence for each published row that speaks of no configuration of the sweep. */
    static List<String> notes(Endings endings) {
        return endings.sweep().published().stream()
                .filter(row -> endings.sweep().configurations().stream().noneMatch(row::matches))
                .map(row -> "The published results of " + row.source() + " for " + row.point()
                        + " belong to no configuration of this sweep.")
                .toList();
    }

    private record Row(ConfigurationEndings configuration, PublishedRow published, List<PublishedFigure> figures) {
        Optional<PublishedFigure> figure(String name) {
            return figures.stream()
                    .filter(figure -> figure.figure().equals(name))
                    .findFirst();
        }

        /** The class whose F1 is furthest from the published one. */
        Optional<PublishedFigure> furthestF1() {
            return figures.stream()
                    .filter(figure -> figure.figure().equals(PublishedFigure.F1))
                    .filter(figure -> Double.isFinite(figure.difference()))
                    .max(Comparator.comparingDouble(figure -> Math.abs(figure.difference())));
        }
    }

    /** What {@link #onScreen} can do without, the least first, figure by figure; the first figure stays. */
    static List<List<String>> expendable(Endings endings) {
        List<List<String>> columns = new ArrayList<>(
                figures(endings).stream().skip(1).map(PublishedTables::columns).toList());
        Collections.reverse(columns);
        return columns;
    }

    private static List<String> columns(String figure) {
        return List.of(figure + "-published", figure + "-ours", figure + "-difference");
    }

    /** The names of the figures that the rows have, those on test examples first. */
    private static List<String> figures(Endings endings) {
        return endings.sweep().published().stream()
                .flatMap(row -> row.figures().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(PublishedTables::importance))
                .toList();
    }

    private static int importance(String figure) {
        List<String> order = List.of(
                "test-accuracy", "test-accuracy-with-dropout", "validation-accuracy", "train-accuracy", "test-loss");
        int place = order.indexOf(figure);
        return place < 0 ? order.size() : place;
    }

    static Table onScreen(Endings endings) {
        List<Row> rows = endings.configurations().stream()
                .flatMap(configuration -> endings.sweep().published().stream()
                        .filter(row -> row.matches(configuration.configuration()))
                        .map(row -> new Row(configuration, row, PublishedFigure.of(configuration, row))))
                .toList();
        List<Field<Row>> fields = new ArrayList<>();
        fields.add(new Field<>(
                Column.number("configuration"),
                row -> Cell.count(row.configuration().configuration().number())));
        fields.add(new Field<>(
                Column.text("values"),
                row -> Cell.text(row.configuration().configuration().label())));
        fields.add(new Field<>(
                Column.text("source"), row -> Cell.text(row.published().source())));
        for (String figure : figures(endings)) {
            List<String> columns = columns(figure);
            fields.add(new Field<>(
                    Column.number(columns.get(0)).titled(figure.replace('-', ' ') + " published"),
                    row -> score(row.figure(figure).map(PublishedFigure::published))));
            fields.add(new Field<>(
                    Column.number(columns.get(1)).titled("ours"),
                    row -> score(row.figure(figure).map(PublishedFigure::ours))));
            fields.add(new Field<>(
                    Column.difference(columns.get(2)).titled("difference"),
                    row -> score(row.figure(figure).map(PublishedFigure::difference))));
        }
        if (endings.sweep().published().stream().anyMatch(row -> !row.f1().isEmpty())) {
            fields.add(new Field<>(
                    Column.text("f1-furthest").titled("furthest F1"),
                    row -> Cell.text(
                            row.furthestF1().map(PublishedTables::words).orElse(""))));
        }
        return Table.of(
                "published", "Published results and ours (mean over completed repeats)", fields, rows, List.of());
    }

    private static Cell score(Optional<Double> value) {
        return value.map(Cell::score).orElse(Cell.missing());
    }

    private static String words(PublishedFigure figure) {
        return String.format(Locale.ROOT, "%+.4f (%s)", figure.difference(), figure.label());
    }
}
