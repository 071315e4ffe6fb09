package nightsweep.worker.training.fused.product;

import nightsweep.worker.training.fused.memory.Matrix;

/**
 * The first factor of a product, read where it lies.
 *
 * @param rowStep from a number to the one below it
 * @param columnStep from a number to the one beside it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Factor(float[] array, int rowStep, int columnStep) {

    /** The rows of {@code matrix}. */
    public static Factor of(Matrix matrix) {
        return new Factor(matrix.floats().array(), matrix.stride(), 1);
    }

    /** The columns of {@code matrix}. */
    public static Factor transposed(Matrix matrix) {
        return new Factor(matrix.floats().array(), 1, matrix.stride());
    }
}
