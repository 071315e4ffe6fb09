package nightsweep.worker.engine.fused.kernel;

import nightsweep.experiments.network.Activation;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.product.MatrixProduct;

/**
 * One way of making passes over a network's numbers. Any two give the same bits. Nothing is allocated in a pass,
 * and any number of threads may make passes at once, each over memory of its own.
 */
public interface Kernels {
    /**
     * Derivatives and parameters smaller than this become zero: with denormal numbers processors compute many times
     * slower.
     */
    float TINY = 1e-30f;

    /** A pre-activation that adds nothing to the sum of a softmax. */
    float BEYOND = -1e30f;

    /** Numbers of which {@link #squares} adds up the squares in single precision. */
    int SQUARES_A_BLOCK = 4_096;

    /** Numbers that are computed with at a time. */
    int lanes();

    /** The passes of an activation that looks at one unit at a time: any but softmax. */
    ActivationPass activation(Activation activation);

    /** The pass that moves parameters. */
    UpdatePass update(OptimizerName optimizer);

    /**
     * Adds the biases to the first {@code rows} rows of {@code z} and writes the softmax of each, of the same stride.
     *
     * @param biases {@link #BEYOND} past the last unit, so that what is there counts for nothing
     */
    void softmax(Matrix z, Floats biases, Matrix probabilities, int rows);

    /**
     * {@code deltas *= slopes} over the first {@code rows} rows, and the sums of the resulting columns into {@code sums}.
     */
    void backward(Matrix deltas, Matrix slopes, Floats sums, int rows);

    /** The sums of the columns of the first {@code rows} rows. */
    void columnSums(Matrix deltas, Floats sums, int rows);

    /** Drops values of the first {@code rows} rows out. */
    void drop(Matrix matrix, Drops drops, int rows);

    /** Products of matrices, for one thread. */
    MatrixProduct product();

    /** The passes over images. */
    ImagePasses images();

    /** The passes of batch normalisations. */
    NormalizationPasses normalization();

    /** Sets values of {@code [from, to)}, both multiples of the vector length, to zero where they are tiny. */
    void putOut(Floats values, int from, int to);

    /**
     * The sum of the squares of a whole slab's {@code values[from..to)}, both multiples of the vector length: block by
     * block in the order of {@link Sums}.
     */
    double squares(Floats values, int from, int to);
}
