package nightsweep.driver.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.application.ComparedRuns;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.DisplayText;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TextTable;
import nightsweep.experiments.json.PlainJson;
import org.jspecify.annotations.Nullable;

/** Two runs beside each other, for people and for programs. */
final class ComparedRunsText {
    private static final int MOST_ROWS = 40;
    private static final List<List<String>> EXPENDABLE = List.of(
            List.of("first-low", "first-high", "second-low", "second-high"),
            List.of("p"),
            List.of("repeats"),
            List.of("second"),
            List.of("adjusted-p"));

    private ComparedRunsText() {}

    /** In lines of at most {@code width} characters where that can be had. */
    static String of(ComparedRuns runs, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("First:  " + runs.first());
        lines.add("Second: " + runs.second());
        if (runs.differences().isEmpty()) {
            lines.add("Their sweep files say the same.");
        } else {
            lines.add("They differ:");
            runs.differences()
                    .forEach(one -> lines.addAll(DisplayText.fold(
                            one.key() + ": " + one.before() + " in the first, " + one.now() + " in the second",
                            width)));
        }
        lines.add("");
        Table shown = runs.comparison().table(MOST_ROWS);
        lines.add(TextTable.of(shown, width, EXPENDABLE).stripTrailing());
        lines.addAll(DisplayText.fold(runs.comparison().verdict().counts(), width));
        runs.comparison().notes().forEach(note -> lines.addAll(DisplayText.fold(note, width)));
        return String.join("\n", lines);
    }

    /** As one JSON object. */
    static String json(ComparedRuns runs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", runs.first());
        json.put("second", runs.second());
        json.put("differences", runs.differences());
        json.put("measure", runs.comparison().measure());
        json.put("verdict", runs.comparison().verdict().headline());
        json.put("configurations", rows(runs.comparison().table()));
        json.put("notes", runs.comparison().notes());
        return PlainJson.text(json);
    }

    private static List<Map<String, @Nullable Object>> rows(Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<Cell> cells : table.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.columns().get(i).name(), value(cells.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Infinite numbers, which JSON does not have, as words. */
    private static @Nullable Object value(Cell cell) {
        if (cell instanceof Cell.Count count) {
            return count.count();
        }
        if (cell instanceof Cell.Score score && Double.isFinite(score.value())) {
            return score.value();
        }
        return cell instanceof Cell.Missing ? null : cell.exact();
    }
}
