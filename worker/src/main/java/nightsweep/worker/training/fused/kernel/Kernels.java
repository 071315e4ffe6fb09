package nightsweep.worker.training.fused.kernel;

import nightsweep.experiments.network.Activation;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.worker.training.fused.memory.Floats;
import nightsweep.worker.training.fused.memory.Matrix;

/**
 * One way of making passes over numbers outside the heap. Any two agree up to rounding. Nothing is allocated in a pass,
 * and any number of threads may make passes at once, each over memory of its own.
 */
public interface Kernels {
    /** Gradients, state and parameters smaller than this become zero: denormal numbers would cost many times as much. */
    float TINY = 1e-25f;

    /** The same for what is handed back from layer to layer, which clipping may yet make larger. */
    float TINY_DELTA = 1e-30f;

    /** What it computes with, for provenance. */
    String name();

    /** The passes of an activation that looks at one unit at a time: any but softmax. */
    ActivationPass activation(Activation activation);

    /** The pass that moves parameters. */
    UpdatePass update(OptimizerName optimizer);

    /** Adds the biases to the first {@code rows} rows and turns each into its softmax. */
    void softmax(Matrix matrix, Floats biases, int rows);

    /**
     * {@code deltas *= slopes} over the first {@code rows} rows, and the sums of the resulting columns into {@code sums}.
     */
    void backward(Matrix deltas, Matrix slopes, Floats sums, int rows);

    /** The sums of the columns of the first {@code rows} rows. */
    void columnSums(Matrix deltas, Floats sums, int rows);

    /** Drops values of the first {@code rows} rows out. */
    void drop(Matrix matrix, Drops drops, int rows);

    /** The sum of the squares of {@code values[from..to)}, both multiples of the vector length. */
    double squares(Floats values, int from, int to);
}
