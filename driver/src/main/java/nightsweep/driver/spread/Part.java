package nightsweep.driver.spread;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.prediction.Batches;
import nightsweep.worker.prediction.Stretch;
import org.apache.hadoop.conf.Configuration;

/**
 * The examples {@code [from, to)} of a table: whole batches, so that each is in the batch that it would be in without parts.
 *
 * @param number from 0, over all tables
 * @param stretches the one in which they begin, and those that follow it as far as they go
 * @param here the number of the first stretch's own first example
 */
record Part(int number, List<Stretch> stretches, long here, long from, long to) implements Serializable {
    Part {
        stretches = List.copyOf(stretches);
    }

    /**
     * The parts of tables, in their order.
     *
     * @param tables the stretches of each
     * @param counts examples of each stretch of the first table, then of the next
     */
    static List<Part> of(List<List<Stretch>> tables, List<Long> counts) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (List<Stretch> stretches : tables) {
            List<Long> theirs = counts.subList(at, at + stretches.size());
            long here = 0;
            for (int i = 0; i < stretches.size(); i++) {
                long next = here + theirs.get(i);
                long from = batches(here);
                long to = i == stretches.size() - 1 ? next : batches(next);
                if (from < to && theirs.get(i) > 0) {
                    int end = i + 1;
                    for (long reached = next; reached < to && end < stretches.size(); end++) {
                        reached += theirs.get(end);
                    }
                    parts.add(new Part(parts.size(), stretches.subList(i, end), here, from, to));
                }
                here = next;
            }
            at += stretches.size();
        }
        return parts;
    }

    private static long batches(long examples) {
        return (examples + Batches.MOST - 1) / Batches.MOST * Batches.MOST;
    }

    /**
     * Reads its examples.
     *
     * @param width values of an example
     * @throws DataException if one of them is no example of the model's
     */
    void read(Configuration hadoop, int width, Batches batches) throws IOException, DataException {
        Stretch.read(hadoop, stretches, width, here, from, to, batches);
    }
}
