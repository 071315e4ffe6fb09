package nightsweep.worker.engine.fused.plain;

import java.lang.invoke.MethodHandles;
import nightsweep.experiments.network.activation.UnitRule;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Specialised;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** The passes of an activation by its own rule, one unit at a time; copied for each by {@link Specialised}. */
final class PlainActivation implements ActivationPass {
    private static final UnitRule RULE = Specialised.function(MethodHandles.lookup(), UnitRule.class);

    PlainActivation() {}

    @Override
    public void apply(Matrix z, Floats biases, int rows) {
        float[] values = z.floats().array();
        float[] added = biases.array();
        int first = biases.start();
        for (int row = 0; row < rows; row++) {
            int start = row * z.stride();
            for (int unit = 0; unit < z.columns(); unit++) {
                float x = values[start + unit] + added[first + unit];
                values[start + unit] = (float) RULE.value(x, RULE.core(x));
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, int rows) {
        float[] values = z.floats().array();
        float[] slopeValues = slopes.floats().array();
        float[] added = biases.array();
        int first = biases.start();
        for (int row = 0; row < rows; row++) {
            int start = row * z.stride();
            for (int unit = 0; unit < z.columns(); unit++) {
                float x = values[start + unit] + added[first + unit];
                double core = RULE.core(x);
                values[start + unit] = (float) RULE.value(x, core);
                slopeValues[start + unit] = (float) RULE.slope(x, core);
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
