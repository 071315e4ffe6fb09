package nightsweep.driver.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values in the cells of a grid of two axes, of which some may be empty. */
public final class TwoWay {
    private static final int MOST_ROUNDS = 500;
    private static final double CLOSE = 1e-13;

    private final int[] rows;
    private final int[] columns;

    /**
     * @param rows the place of each value on the first axis, {@code rows: (values)}, from 0
     * @param columns the place of each value on the second axis, likewise
     */
    public TwoWay(int[] rows, int[] columns) {
        this.rows = rows.clone();
        this.columns = columns.clone();
    }

    /** For each value the mean of its cell. */
    double[] means(double[] values) {
        int[] cells = cells();
        double[] means = Groups.means(values, cells);
        return Arrays.stream(cells).mapToDouble(cell -> means[cell]).toArray();
    }

    /**
     * For each value the sum of an effect of its row and one of its column, by least squares. Found by turns
     * (backfitting; Buja, Hastie, Tibshirani 1989, Linear Smoothers and Additive Models), which in a complete grid ends
     * in the first round and needs no full rank where cells are empty.
     */
    public double[] additive(double[] values) {
        double[] fitted = new double[values.length];
        double scale = Arrays.stream(values).map(Math::abs).max().orElse(0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = Math.max(add(fitted, values, rows), add(fitted, values, columns));
            if (moved <= CLOSE * scale) {
                break;
            }
        }
        return fitted;
    }

    /** Adds to each the mean of what its group lacks, and returns the most that was added. */
    private static double add(double[] fitted, double[] values, int[] groups) {
        double[] lacking = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - fitted[i])
                .toArray();
        double[] means = Groups.means(lacking, groups);
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] += means[groups[i]];
        }
        return Arrays.stream(means)
                .filter(mean -> !Double.isNaN(mean))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private int[] cells() {
        int width = Groups.count(columns);
        return IntStream.range(0, rows.length)
                .map(i -> rows[i] * width + columns[i])
                .toArray();
    }

    /** How many independent numbers an interaction has: {@code (rows - 1) * (columns - 1)} in a complete grid. */
    public int freedom() {
        int height = Groups.count(rows);
        int[] parts = IntStream.range(0, height + Groups.count(columns)).toArray();
        for (int i = 0; i < rows.length; i++) {
            parts[part(parts, rows[i])] = part(parts, height + columns[i]);
        }
        long used = occupied(rows) + occupied(columns);
        long empty = parts.length - used;
        long connected =
                IntStream.range(0, parts.length).filter(i -> parts[i] == i).count() - empty;
        return Math.toIntExact(occupied(cells()) - used + connected);
    }

    private static long occupied(int[] groups) {
        return Arrays.stream(groups).distinct().count();
    }

    private static int part(int[] parts, int i) {
        int part = i;
        while (parts[part] != part) {
            part = parts[part];
        }
        return part;
    }
}
