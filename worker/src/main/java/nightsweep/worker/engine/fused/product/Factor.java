package nightsweep.worker.engine.fused.product;

import nightsweep.worker.engine.fused.memory.Matrix;

/**
 * The first factor of a product, read where it lies.
 *
 * @param stride from a row of the matrix in the array to the next
 * @param transposed whether the matrix's columns are the factor's rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Factor(float[] array, int stride, boolean transposed) {

    /** The rows of {@code matrix}. */
    public static Factor of(Matrix matrix) {
        return new Factor(matrix.floats().array(), matrix.stride(), false);
    }

    /** The columns of {@code matrix}. */
    public static Factor transposed(Matrix matrix) {
        return new Factor(matrix.floats().array(), matrix.stride(), true);
    }

    /** From a number to the one below it. */
    public int rowStep() {
        return transposed ? 1 : stride;
    }

    /** From a number to the one beside it. */
    public int columnStep() {
        return transposed ? stride : 1;
    }
}
