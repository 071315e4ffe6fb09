package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;
import static nightsweep.worker.engine.fused.vector.Lanes.load;
import static nightsweep.worker.engine.fused.vector.Lanes.store;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.NormalizationPasses;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** Batch normalisation, a vector of columns at a time: of whole vectors, what is past the last column included. */
final class VectorNormalization implements NormalizationPasses {

    @Override
    public void sums(Matrix values, Floats sums, int rows) {
        int stride = values.stride();
        for (int column = 0; column < stride; column += COUNT) {
            FloatVector total = ZERO;
            for (int block = 0; block < rows; block += ROWS_A_BLOCK) {
                int end = Math.min(rows, block + ROWS_A_BLOCK) * stride;
                FloatVector sum = ZERO;
                for (int at = block * stride + column; at < end; at += stride) {
                    sum = sum.add(load(values.floats(), at));
                }
                total = total.add(sum);
            }
            store(total, sums, column);
        }
    }

    @Override
    public void squares(Matrix values, Floats means, Floats sums, int rows) {
        int stride = values.stride();
        for (int column = 0; column < stride; column += COUNT) {
            FloatVector mean = load(means, column);
            FloatVector total = ZERO;
            for (int block = 0; block < rows; block += ROWS_A_BLOCK) {
                int end = Math.min(rows, block + ROWS_A_BLOCK) * stride;
                FloatVector sum = ZERO;
                for (int at = block * stride + column; at < end; at += stride) {
                    FloatVector apart = load(values.floats(), at).sub(mean);
                    sum = apart.fma(apart, sum);
                }
                total = total.add(sum);
            }
            store(total, sums, column);
        }
    }

    @Override
    public void normalize(Matrix values, Line line, Matrix normalized, Matrix output, int rows) {
        int stride = output.stride();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < stride; column += COUNT) {
                FloatVector apart =
                        load(values.floats(), row * values.stride() + column).sub(load(line.means(), column));
                FloatVector even = apart.mul(load(line.inverses(), column));
                int at = row * stride + column;
                store(even, normalized.floats(), at);
                store(even.fma(load(line.scales(), column), load(line.shifts(), column)), output.floats(), at);
            }
        }
    }

    @Override
    public void gradients(Matrix deltas, Matrix normalized, Floats shifts, Floats scales, int rows) {
        int stride = deltas.stride();
        for (int column = 0; column < stride; column += COUNT) {
            FloatVector total = ZERO;
            FloatVector totalProduct = ZERO;
            for (int block = 0; block < rows; block += ROWS_A_BLOCK) {
                int end = Math.min(rows, block + ROWS_A_BLOCK) * stride;
                FloatVector sum = ZERO;
                FloatVector product = ZERO;
                for (int at = block * stride + column; at < end; at += stride) {
                    FloatVector delta = load(deltas.floats(), at);
                    sum = sum.add(delta);
                    product = delta.fma(load(normalized.floats(), at), product);
                }
                total = total.add(sum);
                totalProduct = totalProduct.add(product);
            }
            store(total, shifts, column);
            store(totalProduct, scales, column);
        }
    }

    @Override
    public void back(Matrix deltas, Matrix normalized, Way way, Matrix target, int rows) {
        int stride = deltas.stride();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < stride; column += COUNT) {
                int at = row * stride + column;
                FloatVector apart = load(deltas.floats(), at).sub(load(way.means(), column));
                FloatVector rest = load(normalized.floats(), at).neg().fma(load(way.slopes(), column), apart);
                FloatVector delta = Lanes.flushed(load(way.factors(), column).mul(rest), Kernels.TINY);
                store(delta, target.floats(), row * target.stride() + column);
            }
        }
    }
}
