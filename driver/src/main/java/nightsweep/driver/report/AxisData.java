package nightsweep.driver.report;

import java.util.List;
import nightsweep.driver.table.Table;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;

/**
 * An axis, and where the tables have it.
 *
 * @param column in the tables of trials and of configurations
 * @param levels what its values are told as where means are taken
 * @param places for each value that of its level
 * @param scale {@code linear} or {@code log} where it is a range of numbers; else empty
 */
record AxisData(
        String name, String column, List<String> values, List<String> levels, List<Integer> places, String scale) {

    /** @param table one of those that have the axes */
    static List<AxisData> of(Sweep sweep, Table table) {
        return sweep.axes().stream()
                .map(axis -> new AxisData(
                        axis.name(),
                        column(axis, table),
                        axis.values(),
                        axis.levels(),
                        axis.values().stream()
                                .map(value -> axis.levels().indexOf(axis.parts().of(value)))
                                .toList(),
                        axis.range().map(Scale::label).orElse("")))
                .toList();
    }

    /** An axis that is called like a figure stands under another name. */
    private static String column(Axis axis, Table table) {
        String other = "axis-" + axis.name();
        return table.columns().stream().anyMatch(column -> column.name().equals(other)) ? other : axis.name();
    }
}
