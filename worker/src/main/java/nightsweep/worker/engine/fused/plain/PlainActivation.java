package nightsweep.worker.engine.fused.plain;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** The passes of an activation, one unit at a time. */
record PlainActivation(UnitRule rule) implements ActivationPass {

    @Override
    public void apply(Matrix z, Floats biases, int rows) {
        FloatBuffer values = z.floats().values();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < z.columns(); unit++) {
                int at = row * z.stride() + unit;
                float x = values.get(at) + biases.values().get(unit);
                values.put(at, rule.value(x, rule.core(x)));
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, int rows) {
        FloatBuffer values = z.floats().values();
        FloatBuffer slopeValues = slopes.floats().values();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < z.columns(); unit++) {
                int at = row * z.stride() + unit;
                float x = values.get(at) + biases.values().get(unit);
                float core = rule.core(x);
                values.put(at, rule.value(x, core));
                slopeValues.put(at, rule.slope(x, core));
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, Drops drops, int rows) {
        train(z, biases, slopes, rows);
        PlainDrops.drop(z, drops, rows);
        PlainDrops.drop(slopes, drops, rows);
    }
}
