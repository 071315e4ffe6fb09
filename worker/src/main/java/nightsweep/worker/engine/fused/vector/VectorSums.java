package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.memory.Floats;

/** {@link nightsweep.worker.engine.fused.kernel.Sums} with vectors, of which one to four hold the partial sums. */
final class VectorSums {
    private VectorSums() {}

    static float of(float[] numbers, int from, int to) {
        FloatVector sums = lanes(numbers, from, to);
        if (COUNT == 8) {
            sums = sums.add(lanes(numbers, from + 8, to));
        } else if (COUNT == 4) {
            sums = sums.add(lanes(numbers, from + 8, to))
                    .add(lanes(numbers, from + 4, to).add(lanes(numbers, from + 12, to)));
        }
        return Lanes.sum(sums);
    }

    static float ofSquares(float[] numbers, int from, int to) {
        FloatVector sums = squares(numbers, from, to);
        if (COUNT == 8) {
            sums = sums.add(squares(numbers, from + 8, to));
        } else if (COUNT == 4) {
            sums = sums.add(squares(numbers, from + 8, to))
                    .add(squares(numbers, from + 4, to).add(squares(numbers, from + 12, to)));
        }
        return Lanes.sum(sums);
    }

    private static FloatVector lanes(float[] numbers, int from, int to) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int at = from; at < to; at += Floats.LANES) {
            sum = sum.add(FloatVector.fromArray(FLOATS, numbers, at));
        }
        return sum;
    }

    private static FloatVector squares(float[] numbers, int from, int to) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int at = from; at < to; at += Floats.LANES) {
            FloatVector number = FloatVector.fromArray(FLOATS, numbers, at);
            sum = number.fma(number, sum);
        }
        return sum;
    }
}
