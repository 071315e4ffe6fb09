package nightsweep.driver.summary.published;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.summary.published.PublishedVerdict.Kind;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Status;
import nightsweep.driver.summary.tables.AxisFields;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.PublishedRow;

/** Published results beside ours: one row a figure for files, one row a configuration for the screen. */
public final class PublishedTables {
    private static final String FURTHEST = "f1-furthest";

    private PublishedTables() {}

    public static Table of(Endings endings) {
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
                        Column.number("low"), row -> Cell.score(row.interval().low())),
                new Field<>(
                        Column.number("high"), row -> Cell.score(row.interval().high())),
                new Field<>(Column.text("within"), PublishedTables::within),
                new Field<>(
                        Column.text("verdict"),
                        row -> Cell.text(row.verdict().kind().label())),
                new Field<>(
                        Column.text("reason"), row -> Cell.text(row.verdict().reason())),
                new Field<>(
                        Column.number("completed"),
                        row -> Cell.count(row.configuration().count(Status.COMPLETED))),
                new Field<>(Column.text("note"), row -> Cell.text(row.row().note())));
        return Table.of(
                "published",
                "Published and ours",
                AxisFields.between(
                        before, endings.sweep(), row -> row.configuration().configuration(), after),
                PublishedFigure.of(endings),
                List.of());
    }

    /** Whether the published figure lies where single trials like ours do. */
    private static Cell within(PublishedFigure row) {
        return Double.isNaN(row.interval().low())
                ? Cell.missing()
                : Cell.text(row.interval().holds(row.published()) ? "yes" : "no");
    }

    /** What the verdicts come to, and a sentence for each published row that speaks of no configuration of the sweep. */
    public static List<String> notes(Endings endings) {
        List<PublishedFigure> figures = PublishedFigure.of(endings);
        Stream<String> verdicts = figures.isEmpty() || endings.completed().isEmpty()
                ? Stream.of()
                : Stream.of(String.format(
                        Locale.ROOT,
                        "%,d published figures beside ours: %,d reproduced, %,d different, %,d that cannot be compared."
                                + " Why stands in published.csv. Reproduced means within 0.01 of an accuracy or F1,"
                                + " within 5 %% of a loss, or up to five times as far where 19 of 20 single trials"
                                + " like ours lie.",
                        figures.size(),
                        count(figures, Kind.REPRODUCED),
                        count(figures, Kind.DIFFERS),
                        count(figures, Kind.INCOMPARABLE)));
        Stream<String> strangers = endings.sweep().published().stream()
                .filter(row -> endings.sweep().configurations().stream().noneMatch(row::matches))
                .map(row -> "The published results of " + row.source() + " for " + row.point()
                        + " belong to no configuration of this sweep.");
        return Stream.concat(verdicts, strangers).toList();
    }

    private static long count(List<PublishedFigure> figures, Kind kind) {
        return figures.stream()
                .filter(figure -> figure.verdict().kind() == kind)
                .count();
    }

    /** What {@link #onScreen} can do without, the least first, figure by figure; the first figure stays. */
    public static List<List<String>> expendable(Endings endings) {
        List<List<String>> columns = new ArrayList<>(
                figures(endings).stream().skip(1).map(PublishedTables::columns).toList());
        columns.add(List.of(FURTHEST));
        Collections.reverse(columns);
        boolean several = endings.sweep().published().stream()
                        .map(PublishedRow::source)
                        .distinct()
                        .count()
                > 1;
        columns.add(List.of(several ? "values" : "source"));
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

    public static Table onScreen(Endings endings) {
        List<PublishedConfiguration> rows = PublishedConfiguration.of(endings);
        List<Field<PublishedConfiguration>> fields = new ArrayList<>();
        fields.add(new Field<>(
                Column.number("configuration"),
                row -> Cell.count(row.configuration().configuration().number())));
        fields.add(new Field<>(
                Column.text("values"),
                row -> Cell.text(row.configuration().configuration().label())));
        fields.add(new Field<>(Column.text("source"), row -> Cell.text(row.row().source())));
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
                    Column.text(FURTHEST).titled("furthest F1"),
                    row -> Cell.text(
                            row.furthestF1().map(PublishedTables::words).orElse(""))));
        }
        fields.add(new Field<>(Column.text("verdict"), row -> Cell.text(row.verdict())));
        return Table.of(
                "published",
                "Published results and ours (mean over completed repeats)",
                fields,
                rows,
                Stream.concat(reasons(rows), notes(rows)).toList());
    }

    /** Why figures cannot be compared. */
    private static Stream<String> reasons(List<PublishedConfiguration> rows) {
        Map<String, Long> reasons = rows.stream()
                .flatMap(row -> row.figures().stream())
                .map(figure -> figure.verdict().reason())
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.groupingBy(reason -> reason, LinkedHashMap::new, Collectors.counting()));
        return reasons.entrySet().stream()
                .map(reason -> String.format(
                        Locale.ROOT,
                        "Cannot be compared: %s (%,d figure%s).",
                        reason.getKey(),
                        reason.getValue(),
                        reason.getValue() == 1 ? "" : "s"));
    }

    /** What the sweep file says of differences that are known; the same note of several rows once. */
    private static Stream<String> notes(List<PublishedConfiguration> rows) {
        Map<String, List<String>> notes = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.row().note().isEmpty())
                .forEach(row -> notes.computeIfAbsent(
                                row.row().source() + ": " + row.row().note(), note -> new ArrayList<>())
                        .add(Integer.toString(
                                row.configuration().configuration().number())));
        return notes.entrySet().stream()
                .map(note -> (note.getValue().size() == 1 ? "Configuration " : "Configurations ")
                        + String.join(", ", note.getValue()) + ", " + note.getKey());
    }

    private static Cell score(Optional<Double> value) {
        return value.map(Cell::score).orElse(Cell.missing());
    }

    private static String words(PublishedFigure figure) {
        return String.format(Locale.ROOT, "%+.4f (%s)", figure.difference(), figure.label());
    }
}
