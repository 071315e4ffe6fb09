package nightsweep.worker.engine.fused.plain;

import java.lang.invoke.MethodHandles;
import java.nio.FloatBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.maths.FloatMath;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.NormalizationPasses;
import nightsweep.worker.engine.fused.kernel.Specialised;
import nightsweep.worker.engine.fused.kernel.Sums;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.product.MatrixProduct;

/** Passes in plain Java, one number at a time. */
public final class PlainKernels implements Kernels {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    /** One copy of a loop for each, for as long as the process lives. */
    private static final ConcurrentMap<Activation, ActivationPass> ACTIVATIONS = new ConcurrentHashMap<>();

    private static final ConcurrentMap<OptimizerName, UpdatePass> UPDATES = new ConcurrentHashMap<>();

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public ActivationPass activation(Activation activation) {
        return ACTIVATIONS.computeIfAbsent(
                activation,
                wanted -> Specialised.copy(
                        LOOKUP, ActivationPass.class, "PlainActivation", wanted.rule(Arithmetic.SINGLE)));
    }

    @Override
    public UpdatePass update(OptimizerName optimizer) {
        return UPDATES.computeIfAbsent(
                optimizer, name -> Specialised.copy(LOOKUP, UpdatePass.class, "PlainUpdate", name));
    }

    @Override
    public void softmax(Matrix z, Floats biases, Matrix probabilities, int rows) {
        float[] values = z.floats().array();
        float[] results = probabilities.floats().array();
        for (int row = 0; row < rows; row++) {
            int start = row * z.stride();
            float largest = Float.NEGATIVE_INFINITY;
            for (int unit = 0; unit < z.stride(); unit++) {
                float x = values[start + unit] + biases.values().get(unit);
                values[start + unit] = x;
                largest = Math.max(largest, x);
            }
            for (int at = start; at < start + z.stride(); at++) {
                results[at] = FloatMath.exp(values[at] - largest);
            }
            float sum = Sums.of(results, start, start + z.stride());
            for (int at = start; at < start + z.stride(); at++) {
                results[at] /= sum;
            }
        }
    }

    @Override
    public void backward(Matrix deltas, Matrix slopes, Floats sums, int rows) {
        FloatBuffer values = deltas.floats().values();
        FloatBuffer slopeValues = slopes.floats().values();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < deltas.columns(); unit++) {
                int at = row * deltas.stride() + unit;
                float delta = values.get(at) * slopeValues.get(at);
                values.put(at, Math.abs(delta) < TINY ? 0 : delta);
            }
        }
        columnSums(deltas, sums, rows);
    }

    @Override
    public void columnSums(Matrix deltas, Floats sums, int rows) {
        for (int unit = 0; unit < deltas.columns(); unit++) {
            float sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += deltas.floats().values().get(row * deltas.stride() + unit);
            }
            sums.values().put(unit, sum);
        }
    }

    @Override
    public void drop(Matrix matrix, Drops drops, int rows) {
        PlainDrops.drop(matrix, drops, rows);
    }

    @Override
    public MatrixProduct product() {
        return new PlainProduct();
    }

    @Override
    public ImagePasses images() {
        return new PlainImages();
    }

    @Override
    public NormalizationPasses normalization() {
        return new PlainNormalization();
    }

    @Override
    public void putOut(Floats values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Math.abs(values.values().get(i)) < TINY) {
                values.values().put(i, 0);
            }
        }
    }

    @Override
    public double squares(Floats values, int from, int to) {
        double total = 0;
        for (int start = from; start < to; start += SQUARES_A_BLOCK) {
            total += Sums.ofSquares(values.array(), start, Math.min(to, start + SQUARES_A_BLOCK));
        }
        return total;
    }
}
