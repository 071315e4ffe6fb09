package nightsweep.driver.report;

import java.util.List;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;

/**
 * An axis, and where the tables have it.
 *
 * @param column in the tables of trials and of configurations
 */
record AxisData(String name, String column, List<String> values) {

    static List<AxisData> of(Sweep sweep, List<Table> tables) {
        Table results = TableData.named("results", tables);
        return sweep.axes().stream()
                .map(axis -> new AxisData(axis.name(), column(axis, results), axis.values()))
                .toList();
    }

    /** An axis that is called like a figure stands under another name. */
    private static String column(Axis axis, Table results) {
        String other = "axis-" + axis.name();
        return results.columns().stream().anyMatch(column -> column.name().equals(other)) ? other : axis.name();
    }
}
