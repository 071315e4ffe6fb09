package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.load;
import static nightsweep.worker.engine.fused.vector.Lanes.store;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Specialised;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** The passes of one activation; copied for each by {@link Specialised}. */
final class ActivationLoop implements ActivationPass {
    private static final UnitFunction FUNCTION = Specialised.function(MethodHandles.lookup(), UnitFunction.class);

    ActivationLoop() {}

    @Override
    public void apply(Matrix z, Floats biases, int rows) {
        Floats values = z.floats();
        int stride = z.stride();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            for (int unit = 0; unit < stride; unit += COUNT) {
                FloatVector x = load(values, start + unit).add(load(biases, unit));
                store(FUNCTION.value(x, FUNCTION.core(x)), values, start + unit);
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, int rows) {
        float[] values = z.floats().array();
        float[] slopeValues = slopes.floats().array();
        int stride = z.stride();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            for (int unit = 0; unit < stride; unit += COUNT) {
                FloatVector x = load(z.floats(), start + unit).add(load(biases, unit));
                FloatVector core = FUNCTION.core(x);
                FloatVector y = FUNCTION.value(x, core);
                FloatVector slope = FUNCTION.slope(x, core);
                int at = start + unit;
                y.intoArray(values, at);
                slope.intoArray(slopeValues, at);
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, Drops drops, int rows) {
        float[] values = z.floats().array();
        float[] slopeValues = slopes.floats().array();
        float[] factors = drops.factors().floats().array();
        int stride = z.stride();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            for (int unit = 0; unit < stride; unit += COUNT) {
                FloatVector x = load(z.floats(), start + unit).add(load(biases, unit));
                FloatVector core = FUNCTION.core(x);
                FloatVector y = FUNCTION.value(x, core);
                FloatVector slope = FUNCTION.slope(x, core);
                int at = start + unit;
                FloatVector factor = FloatVector.fromArray(FLOATS, factors, at);
                y.mul(factor).intoArray(values, at);
                slope.mul(factor).intoArray(slopeValues, at);
            }
        }
    }
}
