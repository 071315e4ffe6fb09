package nightsweep.worker.dataset.split;

import nightsweep.experiments.dataset.Splitting;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.RowKeys;
import nightsweep.worker.dataset.source.Selection;

/** Keeps examples from training so that those of one group, or of one time, stay together. */
public final class WholeDraw {
    private WholeDraw() {}

    /**
     * The last times, or groups by lot, one or more and not all: as many as come nearest to a share of the examples.
     *
     * @param purpose what they are kept for, in messages
     * @param share within [0, 1); 0 for none
     * @throws DataException where all examples are of one group or time
     */
    public static Draw of(Selection examples, RowKeys keys, double share, String purpose, RandomNumbers random)
            throws DataException {
        boolean[] kept = new boolean[keys.values().size()];
        if (share > 0) {
            choose(examples, keys, share, purpose, random, kept);
        }
        boolean[] taken = new boolean[examples.size()];
        int drawn = 0;
        for (int place = 0; place < taken.length; place++) {
            taken[place] = kept[keys.codes()[examples.rows()[place]]];
            drawn += taken[place] ? 1 : 0;
        }
        return Draw.sorted(examples, taken, drawn);
    }

    private static void choose(
            Selection examples, RowKeys keys, double share, String purpose, RandomNumbers random, boolean[] kept)
            throws DataException {
        int[] sizes = new int[kept.length];
        for (int row : examples.rows()) {
            sizes[keys.codes()[row]]++;
        }
        int[] order = new int[keys.distinct(examples)];
        int next = 0;
        for (int code = sizes.length - 1; code >= 0; code--) {
            if (sizes[code] > 0) {
                order[next++] = code;
            }
        }
        if (order.length < 2) {
            throw new DataException("Cannot keep rows for " + purpose + " "
                    + (keys.how().by() == Splitting.By.TIME ? "in the order of " : "by groups of ")
                    + keys.how().column() + ": all " + examples.size() + " rows have one value there, "
                    + String.join("", keys.values().subList(order[0], order[0] + 1)) + ".");
        }
        if (keys.how().by() == Splitting.By.GROUP) {
            random.shuffle(order);
        }
        double wanted = share * examples.size();
        int taken = 0;
        for (int i = 0; i < order.length - 1; i++) {
            int more = taken + sizes[order[i]];
            if (i > 0 && Math.abs(more - wanted) > Math.abs(taken - wanted)) {
                return;
            }
            kept[order[i]] = true;
            taken = more;
        }
    }
}
