package nightsweep.worker.dataset.split;

import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.Selection;

/**
 * Examples drawn by lot, and those left over, each in the order in which they were.
 *
 * @param drawn as many of each class as asked for
 */
public record Draw(Selection drawn, Selection left) {

    /**
     * Draws from {@code examples}.
     *
     * @param quotas how many of each class, at most as many as there are
     */
    public static Draw of(Selection examples, int[] quotas, RandomNumbers random) {
        int[] lots = new int[examples.size()];
        for (int place = 0; place < lots.length; place++) {
            lots[place] = place;
        }
        random.shuffle(lots);
        int[] open = quotas.clone();
        boolean[] taken = new boolean[lots.length];
        int drawn = 0;
        for (int place : lots) {
            int label = examples.label(place);
            if (open[label] > 0) {
                open[label]--;
                taken[place] = true;
                drawn++;
            }
        }
        return sorted(examples, taken, drawn);
    }

    static Draw sorted(Selection examples, boolean[] taken, int drawn) {
        int[] in = new int[drawn];
        int[] out = new int[taken.length - drawn];
        int ins = 0;
        int outs = 0;
        for (int place = 0; place < taken.length; place++) {
            if (taken[place]) {
                in[ins++] = examples.rows()[place];
            } else {
                out[outs++] = examples.rows()[place];
            }
        }
        return new Draw(new Selection(examples.stored(), in), new Selection(examples.stored(), out));
    }
}
