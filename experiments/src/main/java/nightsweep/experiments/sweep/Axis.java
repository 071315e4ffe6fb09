package nightsweep.experiments.sweep;

import java.util.List;

/**
 * One thing that varies.
 *
 * @param values how each value is written in tables, in the order of the file, all different
 */
public record Axis(String name, List<String> values) {
    public Axis {
        values = List.copyOf(values);
    }
}
