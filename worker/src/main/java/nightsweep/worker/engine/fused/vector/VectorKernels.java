package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.load;
import static nightsweep.worker.engine.fused.vector.Lanes.store;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jdk.incubator.vector.FloatVector;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.NormalizationPasses;
import nightsweep.worker.engine.fused.kernel.Specialised;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import nightsweep.worker.engine.fused.product.MatrixProduct;

/** Passes with the JDK's Vector API. Loading it fails where the module {@code jdk.incubator.vector} is absent. */
public final class VectorKernels implements Kernels {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    /** Of the same bits, for rules without vectors. */
    private static final Kernels PLAIN = new PlainKernels();

    /** One copy of a loop for each, for as long as the process lives: it is compiled once. */
    private static final ConcurrentMap<Activation, ActivationPass> ACTIVATIONS = new ConcurrentHashMap<>();

    private static final ConcurrentMap<OptimizerName, UpdatePass> UPDATES = new ConcurrentHashMap<>();

    /**
     * Makes sure of vectors.
     *
     * @throws IllegalStateException where the CPU has none worth using
     */
    public VectorKernels() {
        if (COUNT < 4) {
            throw new IllegalStateException("Vectors have only " + COUNT + " lanes.");
        }
    }

    @Override
    public int lanes() {
        return COUNT;
    }

    @Override
    public ActivationPass activation(Activation activation) {
        return ACTIVATIONS.computeIfAbsent(
                activation,
                wanted -> UnitFunctions.of(wanted)
                        .map(function -> Specialised.copy(LOOKUP, ActivationPass.class, "ActivationLoop", function))
                        .orElseGet(() -> PLAIN.activation(wanted)));
    }

    @Override
    public UpdatePass update(OptimizerName optimizer) {
        UpdateRule rule = SimpleRules.ALL.getOrDefault(optimizer, MomentRules.ALL.get(optimizer));
        if (rule == null) {
            return PLAIN.update(optimizer);
        }
        return UPDATES.computeIfAbsent(
                optimizer, name -> Specialised.copy(LOOKUP, UpdatePass.class, "UpdateLoop", rule));
    }

    @Override
    public void softmax(Matrix z, Floats biases, Matrix probabilities, int rows) {
        SoftmaxLoop.run(z, biases, probabilities, rows);
    }

    @Override
    public void backward(Matrix deltas, Matrix slopes, Floats sums, int rows) {
        Floats values = deltas.floats();
        Floats slopeValues = slopes.floats();
        int stride = deltas.stride();
        for (int unit = 0; unit < stride; unit += COUNT) {
            FloatVector sum = Lanes.all(0);
            int end = rows * stride;
            for (int at = unit; at < end; at += stride) {
                FloatVector delta = Lanes.flushed(load(values, at).mul(load(slopeValues, at)), TINY);
                store(delta, values, at);
                sum = sum.add(delta);
            }
            store(sum, sums, unit);
        }
    }

    @Override
    public void columnSums(Matrix deltas, Floats sums, int rows) {
        Floats values = deltas.floats();
        int stride = deltas.stride();
        for (int unit = 0; unit < stride; unit += COUNT) {
            FloatVector sum = Lanes.all(0);
            int end = rows * stride;
            for (int at = unit; at < end; at += stride) {
                sum = sum.add(load(values, at));
            }
            store(sum, sums, unit);
        }
    }

    @Override
    public void drop(Matrix matrix, Drops drops, int rows) {
        Floats values = matrix.floats();
        Floats factors = drops.factors().floats();
        int end = rows * matrix.stride();
        for (int at = 0; at < end; at += COUNT) {
            store(load(values, at).mul(load(factors, at)), values, at);
        }
    }

    @Override
    public MatrixProduct product() {
        return new VectorProduct();
    }

    @Override
    public ImagePasses images() {
        return new VectorImages();
    }

    @Override
    public NormalizationPasses normalization() {
        return new VectorNormalization();
    }

    @Override
    public void putOut(Floats values, int from, int to) {
        for (int at = from; at < to; at += COUNT) {
            store(Lanes.flushed(load(values, at), TINY), values, at);
        }
    }

    @Override
    public double squares(Floats values, int from, int to) {
        double total = 0;
        for (int start = from; start < to; start += SQUARES_A_BLOCK) {
            total += VectorSums.ofSquares(values.array(), start, Math.min(to, start + SQUARES_A_BLOCK));
        }
        return total;
    }
}
