package nightsweep.driver.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TextTable;
import nightsweep.experiments.dataset.ColumnFacts;
import nightsweep.experiments.dataset.ColumnUse;

/** The columns of the tables that a sweep is trained on, to look at: what each is taken for, and what is in it. */
final class DataColumns {
    /** Of wider tables, those of plain numbers without a doubt are counted. */
    private static final int MOST = 60;

    private DataColumns() {}

    /** One for each table; columns of several data sets that are the same are shown once. */
    static List<String> tables(Plan plan, int width) {
        Map<List<ColumnFacts>, String> titles = new LinkedHashMap<>();
        plan.facts().forEach((dataset, facts) -> {
            if (!facts.columns().isEmpty()) {
                titles.putIfAbsent(
                        facts.columns(), "Columns of " + dataset.source().label());
            }
        });
        return titles.entrySet().stream()
                .map(one -> TextTable.of(
                        table(one.getKey(), one.getValue()), width, List.of(List.of("range"), List.of("different"))))
                .toList();
    }

    private static Table table(List<ColumnFacts> all, String title) {
        List<ColumnFacts> shown = all.size() <= MOST
                ? all
                : all.stream().filter(DataColumns::isSpecial).limit(MOST).toList();
        List<Field<ColumnFacts>> fields = List.of(
                new Field<>(Column.text("column"), column -> Cell.text(column.name())),
                new Field<>(Column.text("taken-for"), column -> Cell.text(column.use())),
                new Field<>(
                        Column.number("missing"),
                        column -> isIgnored(column) ? Cell.text("") : Cell.count(column.missing())),
                new Field<>(Column.number("different"), column -> Cell.text(column.distinct())),
                new Field<>(Column.text("range"), column -> Cell.text(column.range())),
                new Field<>(Column.text("look-at"), column -> Cell.text(column.doubt())));
        int more = all.size() - shown.size();
        return Table.of(
                "columns",
                title,
                fields,
                shown,
                more == 0 ? List.of() : List.of("and " + more + " more, most of them plain numbers."));
    }

    /** Cells of such a column are not looked at. */
    private static boolean isIgnored(ColumnFacts column) {
        return column.use().equals(ColumnUse.IGNORED.label());
    }

    private static boolean isSpecial(ColumnFacts column) {
        return !column.use().equals(ColumnUse.NUMBER.label())
                || column.missing() > 0
                || !column.doubt().isEmpty();
    }
}
