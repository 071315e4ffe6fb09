package nightsweep.worker.training.fused.kernel;

import java.nio.FloatBuffer;
import nightsweep.worker.training.DropoutMask;
import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.OffHeap;

/** The dropout of one layer for the rows at hand: what each value is multiplied by, 0 where it is dropped. */
public final class Drops {
    private final DropoutMask mask;
    private final Matrix factors;
    private final float[] drawn;

    /**
     * Drops nothing until drawn.
     *
     * @param like a matrix as large and laid out as those that values are dropped from
     */
    public Drops(DropoutMask mask, Matrix like, OffHeap offHeap) {
        this.mask = mask;
        factors = new Matrix(offHeap.floats(like.rows() * like.stride()), like.rows(), like.columns(), like.stride());
        drawn = new float[like.columns()];
    }

    /** Laid out as the values. */
    public Matrix factors() {
        return factors;
    }

    /**
     * Draws the factors of a step.
     *
     * @param firstRow the place of the first row at hand among the rows of the step, from 0
     */
    public void draw(long step, int firstRow, int rows) {
        FloatBuffer out = factors.floats().values();
        for (int row = 0; row < rows; row++) {
            mask.fill(step, (long) (firstRow + row) * drawn.length, drawn.length, drawn);
            out.put(row * factors.stride(), drawn);
        }
    }
}
