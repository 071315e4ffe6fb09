package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.Field;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;

/** The columns that hold the values of the axes. */
public final class AxisFields {
    private AxisFields() {}

    /** The fields before, one for each axis, and the fields after. */
    public static <T> List<Field<T>> between(
            List<Field<T>> before, Sweep sweep, Function<T, Configuration> configuration, List<Field<T>> after) {
        List<String> taken = Stream.concat(before.stream(), after.stream())
                .map(field -> field.column().name())
                .toList();
        List<Field<T>> all = new ArrayList<>(before);
        for (Axis axis : sweep.axes()) {
            all.add(new Field<>(
                    Column.text(nameOf(axis, taken)).titled(axis.name()),
                    item -> value(configuration.apply(item), axis)));
        }
        all.addAll(after);
        return all;
    }

    /** An axis such as {@code epochs} must not hide the column of that name. */
    private static String nameOf(Axis axis, List<String> taken) {
        return taken.contains(axis.name()) ? "axis-" + axis.name() : axis.name();
    }

    private static Cell value(Configuration configuration, Axis axis) {
        return Cell.text(configuration.point().getOrDefault(axis.name(), ""));
    }
}
