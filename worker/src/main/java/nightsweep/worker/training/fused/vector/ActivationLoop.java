package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.COUNT;
import static nightsweep.worker.training.fused.vector.Lanes.load;
import static nightsweep.worker.training.fused.vector.Lanes.store;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import nightsweep.worker.training.fused.kernel.ActivationPass;
import nightsweep.worker.training.fused.kernel.Drops;
import nightsweep.worker.training.fused.memory.Floats;
import nightsweep.worker.training.fused.memory.Matrix;

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
                store(FUNCTION.value(x), values, start + unit);
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, int rows) {
        Floats values = z.floats();
        Floats slopeValues = slopes.floats();
        int stride = z.stride();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            for (int unit = 0; unit < stride; unit += COUNT) {
                FloatVector x = load(values, start + unit).add(load(biases, unit));
                FloatVector y = FUNCTION.value(x);
                store(y, values, start + unit);
                store(FUNCTION.slope(x, y), slopeValues, start + unit);
            }
        }
    }

    @Override
    public void train(Matrix z, Floats biases, Matrix slopes, Drops drops, int rows) {
        Floats values = z.floats();
        Floats slopeValues = slopes.floats();
        int stride = z.stride();
        int units = z.columns();
        float scale = drops.scale();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            for (int unit = 0; unit < stride; unit += COUNT) {
                FloatVector x = load(values, start + unit).add(load(biases, unit));
                FloatVector y = FUNCTION.value(x);
                IntVector kept = Lanes.kept(drops, row * units + unit);
                store(Lanes.dropped(y, kept, scale), values, start + unit);
                store(Lanes.dropped(FUNCTION.slope(x, y), kept, scale), slopeValues, start + unit);
            }
        }
    }
}
