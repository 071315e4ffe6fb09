package nightsweep.worker.engine.fused.product;

import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;

/**
 * Matrix products on the calling thread. Each result is summed from zero in the order of its summands, each of which is
 * multiplied and added in one rounding; a sum of {@code -0} becomes {@code 0}. So any two ways of making these products give
 * the same bits, and so do a factor's lists of what is not zero and the whole factor. Used by one thread.
 */
public interface MatrixProduct {

    /**
     * {@code target[to + i][j] = sum of factor[from + i][k] * panels[k][j] over k}. Also what is past the last column of the
     * target's rows is written, as far as {@code panels} reach.
     *
     * @param from the first row of {@code factor}
     * @param rows of the result
     * @param to the first row of {@code target}, whose rows start on whole vectors
     */
    void into(Factor factor, int from, int rows, Panels panels, Matrix target, int to);

    /** {@code target = factor panels}, for as many rows as {@code target} has. */
    void into(Factor factor, Panels panels, Panels target);

    /** The first product, of the first rows of a factor, into those of {@code target}. */
    default void into(Listed factor, int rows, Panels panels, Matrix target) {
        into(factor.whole(), 0, rows, panels, target, 0);
    }

    /** The same. */
    default void into(Listed factor, Panels panels, Panels target) {
        into(factor.whole(), panels, target);
    }

    /** {@code target += weight * (factor panels)}, the weighted sum being added in one rounding. */
    void addTo(Factor factor, Panels panels, Panels target, float weight);

    /** The same. */
    default void addTo(Listed factor, Panels panels, Panels target, float weight) {
        addTo(factor.whole(), panels, target, weight);
    }
}
