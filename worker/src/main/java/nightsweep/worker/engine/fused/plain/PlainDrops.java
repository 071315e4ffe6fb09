package nightsweep.worker.engine.fused.plain;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.memory.Matrix;

/** Dropout, one value at a time. */
final class PlainDrops {
    private PlainDrops() {}

    static void drop(Matrix matrix, Drops drops, int rows) {
        FloatBuffer values = matrix.floats().values();
        FloatBuffer factors = drops.factors().floats().values();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < matrix.columns(); unit++) {
                int at = row * matrix.stride() + unit;
                values.put(at, values.get(at) * factors.get(at));
            }
        }
    }
}
