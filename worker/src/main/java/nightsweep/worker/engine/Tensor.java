package nightsweep.worker.engine;

import java.util.Arrays;

/**
 * Numbers of a layer under a name.
 *
 * @param values {@code (rows, columns)}, row by row
 * @param learned whether an optimizer moves them, rather than the layer keeping them by itself
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; never compared
public record Tensor(String name, int rows, int columns, float[] values, boolean learned) {
    public Tensor {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "The " + name + " are " + values.length + " numbers, not " + rows + " x " + columns + ".");
        }
    }

    /** A row that an optimizer moves. */
    static Tensor learned(String name, float[] values) {
        return new Tensor(name, 1, values.length, values, true);
    }

    /** A row that no optimizer moves. */
    static Tensor kept(String name, float[] values) {
        return new Tensor(name, 1, values.length, values, false);
    }

    /** A copy of one of its rows. */
    float[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }
}
