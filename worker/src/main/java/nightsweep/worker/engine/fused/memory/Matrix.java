package nightsweep.worker.engine.fused.memory;

/**
 * A matrix, row by row. Numbers between {@code columns} and {@code stride} have no meaning.
 *
 * @param floats from the start of their array on, so that a place in them is one in the array
 * @param stride numbers from the start of a row to the start of the next, at least {@code columns}
 */
public record Matrix(Floats floats, int rows, int columns, int stride) {
    public Matrix {
        if (floats.start() != 0) {
            throw new IllegalArgumentException("A matrix starts with its array.");
        }
        if (stride < columns || (long) rows * stride > floats.length()) {
            throw new IllegalArgumentException(
                    "A matrix of " + rows + " rows " + stride + " apart does not fit " + floats.length() + " numbers.");
        }
    }

    /** Zeros, each row starting on a whole vector. */
    public static Matrix zeros(int rows, int columns) {
        int stride = Floats.padded(columns);
        return new Matrix(Floats.zeros(Math.multiplyExact(rows, stride)), rows, columns, stride);
    }

    /** Zeros, the rows following one another without a gap. */
    public static Matrix dense(int rows, int columns) {
        return new Matrix(Floats.zeros(Math.multiplyExact(rows, columns)), rows, columns, columns);
    }
}
