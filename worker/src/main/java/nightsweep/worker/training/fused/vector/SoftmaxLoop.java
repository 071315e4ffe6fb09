package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.COUNT;
import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.load;
import static nightsweep.worker.training.fused.vector.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.training.fused.memory.Floats;
import nightsweep.worker.training.fused.memory.Matrix;

/** The softmax of each row. Numbers past a row's last unit count as minus infinity, and so for nothing. */
final class SoftmaxLoop {
    private SoftmaxLoop() {}

    static void run(Matrix matrix, Floats biases, int rows) {
        Floats values = matrix.floats();
        int units = matrix.columns();
        int last = (units - 1) / COUNT * COUNT;
        VectorMask<Float> beyond = VectorMask.fromLong(FLOATS, -1L << (units - last));
        for (int row = 0; row < rows; row++) {
            int start = row * matrix.stride();
            float largest = biased(values, biases, start, last, beyond);
            FloatVector sums = Lanes.ZERO;
            for (int unit = 0; unit <= last; unit += COUNT) {
                FloatVector e = VectorMath.exp(load(values, start + unit).sub(largest));
                if (unit == last) {
                    e = e.blend(0f, beyond);
                }
                store(e, values, start + unit);
                sums = sums.add(e);
            }
            float sum = Lanes.sum(sums);
            for (int unit = 0; unit <= last; unit += COUNT) {
                store(load(values, start + unit).div(sum), values, start + unit);
            }
        }
    }

    /** Adds the biases and returns the row's largest value. */
    private static float biased(Floats values, Floats biases, int start, int last, VectorMask<Float> beyond) {
        FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int unit = 0; unit <= last; unit += COUNT) {
            FloatVector x = load(values, start + unit).add(load(biases, unit));
            if (unit == last) {
                x = x.blend(Float.NEGATIVE_INFINITY, beyond);
            }
            store(x, values, start + unit);
            largest = largest.lanewise(VectorOperators.MAX, x);
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }
}
