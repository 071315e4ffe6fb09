package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.load;
import static nightsweep.worker.engine.fused.vector.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** The softmax of each row: short loops, each of which the JIT compiler can keep in registers. */
final class SoftmaxLoop {
    private SoftmaxLoop() {}

    static void run(Matrix z, Floats biases, Matrix probabilities, int rows) {
        Floats values = z.floats();
        Floats results = probabilities.floats();
        int stride = z.stride();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            float largest = biased(values, biases, start, stride);
            exponentials(values, results, start, stride, largest);
            float sum = VectorSums.of(results.array(), start, start + stride);
            divide(results, start, stride, sum);
        }
    }

    /** Adds the biases and returns the row's largest value. */
    private static float biased(Floats values, Floats biases, int start, int stride) {
        FloatVector largest = Lanes.all(Float.NEGATIVE_INFINITY);
        for (int unit = 0; unit < stride; unit += COUNT) {
            FloatVector x = load(values, start + unit).add(load(biases, unit));
            store(x, values, start + unit);
            largest = largest.max(x);
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    private static void exponentials(Floats values, Floats results, int start, int stride, float largest) {
        for (int unit = 0; unit < stride; unit += COUNT) {
            FloatVector e = VectorMath.exp(load(values, start + unit).sub(Lanes.all(largest)));
            store(e, results, start + unit);
        }
    }

    private static void divide(Floats results, int start, int stride, float sum) {
        FloatVector divisor = Lanes.all(sum);
        for (int unit = 0; unit < stride; unit += COUNT) {
            store(load(results, start + unit).div(divisor), results, start + unit);
        }
    }
}
