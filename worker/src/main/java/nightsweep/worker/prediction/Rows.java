package nightsweep.worker.prediction;

import java.io.Closeable;
import java.io.IOException;
import nightsweep.worker.dataset.source.DataException;

/** A walk over the rows of a table, from one of them on. */
interface Rows extends Closeable {
    /** Goes on to the next; false past the last. */
    boolean next() throws IOException, DataException;

    /**
     * Reads the row that it is at into {@code values[at..at + width)}.
     *
     * @param example its number in the table, from 0
     * @param gaps take what it does not say
     * @return its class, from 0; 0 where labels are passed over
     * @throws DataException if it is no example
     */
    int read(double[] values, int at, long example, Gaps gaps) throws IOException, DataException;
}
