package nightsweep.worker.training.fused.memory;

/**
 * A matrix outside the heap, row by row. Numbers between {@code columns} and {@code stride} have no meaning.
 *
 * @param stride numbers from the start of a row to the start of the next, at least {@code columns}
 */
public record Matrix(Floats floats, int rows, int columns, int stride) {
    public Matrix {
        if (stride < columns || (long) rows * stride > floats.length()) {
            throw new IllegalArgumentException(
                    "A matrix of " + rows + " rows " + stride + " apart does not fit " + floats.length() + " numbers.");
        }
    }
}
