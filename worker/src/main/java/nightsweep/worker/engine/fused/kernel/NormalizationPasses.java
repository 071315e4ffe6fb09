package nightsweep.worker.engine.fused.kernel;

import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/**
 * The passes of a batch normalisation over the columns of matrices whose rows start on whole vectors. A column is summed from
 * its first row to its last in single precision, {@link #ROWS_A_BLOCK} rows by {@link #ROWS_A_BLOCK}, and then block by block:
 * a sum over all pixels of a minibatch would else lose digits.
 */
public interface NormalizationPasses {
    /** Rows of which sums are added to that of all. */
    int ROWS_A_BLOCK = 64;

    /** The sums of the columns. */
    void sums(Matrix values, Floats sums, int rows);

    /** The sums of {@code (values - means)^2}. */
    void squares(Matrix values, Floats means, Floats sums, int rows);

    /** {@code normalized = (values - means) * inverses} and {@code output = normalized * scales + shifts}. */
    void normalize(Matrix values, Line line, Matrix normalized, Matrix output, int rows);

    /** The sums of {@code deltas}, and of {@code deltas * normalized}. */
    void gradients(Matrix deltas, Matrix normalized, Floats shifts, Floats scales, int rows);

    /** {@code target = factors * (deltas - means - normalized * slopes)}, zero where tiny. */
    void back(Matrix deltas, Matrix normalized, Way way, Matrix target, int rows);

    /** What a column is normalised by: {@code inverses} of deviations. */
    record Line(Floats means, Floats inverses, Floats scales, Floats shifts) {}

    /**
     * What the derivatives of a column go back by.
     *
     * @param means of the derivatives
     * @param slopes of the derivatives over what is normalised
     */
    record Way(Floats factors, Floats means, Floats slopes) {}
}
