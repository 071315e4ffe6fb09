package nightsweep.worker.engine;

import java.util.Locale;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory that a training takes, about: parameters, their gradients and optimizer state, and the activations of a
 * minibatch with their gradients. What cannot fit is refused beforehand: on the heap it would take other trials with it, and
 * of native memory the operating system hands out more than it has and then ends the whole process.
 */
public record TrainingMemory(long bytes) {
    private static final long FLOAT_BYTES = 4;
    private static final double GIBIBYTE = 1 << 30;

    /** What {@code trial} takes on examples of that shape. */
    public static TrainingMemory of(Trial trial, Shape inputs) {
        NetworkSpec network = trial.configuration().network();
        TrainingSpec training = trial.configuration().training();
        long copies = 2L + training.optimizer().name().stateValues();
        double floats = (double) network.parameters(inputs) * copies;
        Shape shape = inputs;
        for (LayerSpec layer : network.layers()) {
            floats += 2.0 * training.batchSize() * shape.values();
            shape = layer.outputs(shape);
        }
        return new TrainingMemory((long) (floats * FLOAT_BYTES));
    }

    /**
     * Refuses what is more than Java's heap.
     *
     * @throws OutOfMemoryError with both sizes
     */
    public void checkHeap() {
        check(Runtime.getRuntime().maxMemory(), "the heap", "-Xmx, or on a cluster --executor-memory");
    }

    /**
     * Refuses what is more native memory than JavaCPP's limit, by default the size of the heap.
     *
     * @throws OutOfMemoryError with both sizes
     */
    public void checkNative() {
        check(Pointer.maxBytes(), "native memory", "-Xmx, or -Dorg.bytedeco.javacpp.maxBytes");
    }

    void check(long limitBytes, String where, String setting) {
        if (limitBytes > 0 && bytes > limitBytes) {
            throw new OutOfMemoryError(String.format(
                    Locale.ROOT,
                    "The network needs about %.1f GiB of %s, but %.1f GiB are allowed (%s).",
                    bytes / GIBIBYTE,
                    where,
                    limitBytes / GIBIBYTE,
                    setting));
        }
    }
}
