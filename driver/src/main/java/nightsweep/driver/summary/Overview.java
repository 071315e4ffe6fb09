package nightsweep.driver.summary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.comparison.Comparisons;
import nightsweep.driver.summary.published.PublishedTables;
import nightsweep.driver.summary.ranking.BestTrial;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.tables.ConfusionTable;
import nightsweep.driver.summary.tables.F1Table;
import nightsweep.driver.summary.tables.ResultsTable;
import nightsweep.driver.summary.tables.ScreenColumns;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.DisplayText;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TextTable;

/** A summary as a person reads it at a terminal: what matters of each table, the best first. */
final class Overview {
    private static final int MOST_ROWS = 20;
    private static final int MOST_UNRANKED = 10;

    private final Endings endings;
    private final Comparisons comparisons;
    private final Tables tables;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    private Overview(Endings endings, Comparisons comparisons, Tables tables, int width) {
        this.endings = endings;
        this.comparisons = comparisons;
        this.tables = tables;
        this.width = width;
    }

    static String of(
            Endings endings,
            Comparisons comparisons,
            List<BestTrial> best,
            Tables tables,
            List<String> notes,
            int width) {
        Overview overview = new Overview(endings, comparisons, tables, width);
        overview.totals();
        if (!endings.completed().isEmpty()) {
            overview.rankings();
        }
        overview.unranked();
        overview.nothing();
        if (!endings.completed().isEmpty()) {
            overview.details(best);
        }
        overview.end(notes);
        return overview.text.toString();
    }

    private void totals() {
        SweepSummary.Totals totals = endings.totals();
        paragraph(String.format(
                Locale.ROOT,
                "%s: %,d planned = %,d completed%s + %,d diverged + %,d failed + %,d not run",
                endings.sweep().name(),
                totals.planned(),
                totals.completed(),
                totals.stopped() == 0 ? "" : String.format(Locale.ROOT, " + %,d stopped", totals.stopped()),
                totals.diverged(),
                totals.failed(),
                totals.notRun()));
        String failures = endings.failures().entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%,d %s", one.getValue(), one.getKey()))
                .collect(Collectors.joining(", "));
        if (!failures.isEmpty()) {
            paragraph("Failed: " + failures);
        }
    }

    private void rankings() {
        if (endings.sweep().trialsEach() > 1) {
            show(
                    ranked(ScreenColumns.ofConfigurations(endings, tables.configurations())),
                    ScreenColumns.expendableOfConfigurations());
        }
        show(ranked(ScreenColumns.ofTrials(endings, tables.results())), ScreenColumns.expendableOfTrials());
    }

    private void unranked() {
        Table unranked = ResultsTable.unranked(endings);
        if (!unranked.rows().isEmpty()) {
            show(unranked.first(MOST_UNRANKED), List.of());
        }
    }

    private void nothing() {
        SweepSummary.Totals totals = endings.totals();
        if (totals.notRun() == totals.planned()) {
            text.append("\nNo trial has ended yet.\n");
        }
    }

    private void details(List<BestTrial> best) {
        boolean number = endings.sweep().predictsNumber();
        if (!number) {
            show(F1Table.of(endings).first(MOST_ROWS), List.of(List.of("rank")));
        }
        tables.axes().stream()
                .filter(axis -> axis.rows().size() > 1)
                .forEach(axis -> show(axis.first(MOST_ROWS), List.of()));
        if (!tables.variance().rows().isEmpty()) {
            show(tables.variance().first(MOST_ROWS), List.of());
        }
        for (BestTrial trial : best) {
            if (!number) {
                String title = "Confusion of the best trial, " + trial.trial().number() + " ("
                        + trial.trial().configuration().label() + ")";
                show(ConfusionTable.onScreen(trial.confusion(), title), List.of());
            }
            paragraph(trial.curve());
        }
        if (tables.published().isPresent()) {
            show(PublishedTables.onScreen(endings).first(MOST_ROWS), PublishedTables.expendable(endings));
        }
    }

    private void end(List<String> notes) {
        text.append('\n');
        if (endings.sweep().trialsEach() == 1) {
            comparisons.notes(endings).forEach(this::paragraph);
        }
        notes.forEach(this::paragraph);
        String files = tables.all().stream().map(table -> table.name() + ".csv").collect(Collectors.joining(", "));
        paragraph("In full: " + files);
    }

    private void paragraph(String sentence) {
        DisplayText.fold(sentence, width).forEach(line -> text.append(line).append('\n'));
    }

    private void show(Table table, List<List<String>> expendable) {
        text.append('\n').append(TextTable.of(table, width, expendable));
    }

    private static Table ranked(Table table) {
        return table.where("rank", cell -> !missing(cell)).first(MOST_ROWS);
    }

    private static boolean missing(Cell cell) {
        return cell instanceof Cell.Missing;
    }
}
