package nightsweep.worker.training.fused.plain;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import nightsweep.worker.training.fused.kernel.Drops;
import nightsweep.worker.training.fused.memory.Matrix;

/** Dropout, one value at a time. */
final class PlainDrops {
    private PlainDrops() {}

    static void drop(Matrix matrix, Drops drops, int rows) {
        FloatBuffer values = matrix.floats().values();
        ByteBuffer decisions = drops.memory().bytes();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < matrix.columns(); unit++) {
                int at = row * matrix.stride() + unit;
                int bits = decisions.getShort((row * drops.units() + unit) * Short.BYTES) & 0xffff;
                values.put(at, bits < drops.threshold() ? 0 : values.get(at) * drops.scale());
            }
        }
    }
}
