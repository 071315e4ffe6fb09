package nightsweep.worker.dataset;

import java.io.Serializable;

/** What is done to the values of an example, the same whenever it is asked again. Any number of threads may use it. */
@FunctionalInterface
public interface Distortion extends Serializable {

    /**
     * Changes one example.
     *
     * @param stored where it is stored, from 0
     * @param values its unscaled values, which stay as they are
     * @param changed receives as many
     */
    void apply(int stored, float[] values, float[] changed);
}
