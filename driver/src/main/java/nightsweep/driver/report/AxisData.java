package nightsweep.driver.report;

import java.util.ArrayList;
import java.util.List;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;

/**
 * An axis, and where the tables have it.
 *
 * @param column in the tables of trials and of configurations
 * @param table of what its values do on average
 */
record AxisData(String name, String column, List<String> values, String table) {

    static List<AxisData> of(Sweep sweep, List<Table> tables) {
        List<String> marginal = tables.stream()
                .map(Table::name)
                .filter(name -> name.startsWith("axis-"))
                .toList();
        Table results = TableData.named("results", tables);
        List<AxisData> axes = new ArrayList<>();
        for (int i = 0; i < sweep.axes().size(); i++) {
            Axis axis = sweep.axes().get(i);
            axes.add(new AxisData(axis.name(), column(axis, results), axis.values(), marginal.get(i)));
        }
        return axes;
    }

    /** An axis that is called like a figure stands under another name. */
    private static String column(Axis axis, Table results) {
        String other = "axis-" + axis.name();
        return results.columns().stream().anyMatch(column -> column.name().equals(other)) ? other : axis.name();
    }
}
