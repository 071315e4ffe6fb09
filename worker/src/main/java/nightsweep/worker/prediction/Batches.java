package nightsweep.worker.prediction;

import java.io.IOException;

/** Takes the examples of a table, in whole batches but for the last. */
public interface Batches {
    /** Examples that go through a network at once: part of what last digits depend on. */
    int MOST = 1_000;

    /**
     * Takes some examples.
     *
     * @param values unscaled, row by row; may be longer, and other examples' afterwards
     * @param labels the class of each, from 0; all 0 where labels are passed over; may be longer
     * @param first the number of the first in the table, from 0
     */
    void take(double[] values, byte[] labels, int count, long first) throws IOException;
}
