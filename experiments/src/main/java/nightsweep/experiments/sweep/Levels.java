package nightsweep.experiments.sweep;

import java.util.List;

/**
 * How the values of an axis are put together where each by itself would say nothing: the numbers of a range by its parts.
 *
 * @param names of the parts, the lowest first; empty where each value is told by itself
 * @param borders where each part but the first begins, ascending
 */
public record Levels(List<String> names, List<Double> borders) {
    /** Each value by itself. */
    public static final Levels EACH = new Levels(List.of(), List.of());

    public Levels {
        names = List.copyOf(names);
        borders = List.copyOf(borders);
        if (names.size() != (names.isEmpty() ? 0 : borders.size() + 1)) {
            throw new IllegalArgumentException("Between two parts there is one border.");
        }
    }

    /** What a value is told as. */
    public String of(String value) {
        if (names.isEmpty() || value.isEmpty()) {
            return value;
        }
        double number = Double.parseDouble(value);
        int part = 0;
        while (part < borders.size() && number >= borders.get(part)) {
            part++;
        }
        return names.get(part);
    }
}
