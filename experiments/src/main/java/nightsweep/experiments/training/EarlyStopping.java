package nightsweep.experiments.training;

import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/**
 * When a training ends before its last epoch: a figure of the validation examples has not become better for some epochs. The
 * network of the best epoch is what the training leaves (Prechelt 1998, Early stopping - but when?).
 *
 * @param patience how many epochs may pass without a better one; 0 where training never ends early
 * @param minChange by more than which a figure must differ from the best to be better, 0 or more
 */
public record EarlyStopping(int patience, double minChange, On on) {
    /** Training to the last epoch. */
    public static final EarlyStopping NONE = new EarlyStopping(0, 0, On.LOSS);

    public EarlyStopping {
        Checks.notNegative("patience", patience);
        Checks.notNegative("min-change", minChange);
    }

    /** The figure that is looked at. */
    public enum On implements Named {
        LOSS("loss"),
        ACCURACY("accuracy");

        private final String label;

        On(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        private boolean better(double now, double best, double by) {
            return this == LOSS ? now < best - by : now > best + by;
        }
    }

    /** Whether training may end early. */
    public boolean active() {
        return patience > 0;
    }

    /**
     * The best of the epochs so far, from 0; -1 where there is none.
     *
     * @param figures of the epochs, in order
     */
    public int best(double... figures) {
        int best = figures.length == 0 ? -1 : 0;
        for (int epoch = 1; epoch < figures.length; epoch++) {
            if (on.better(figures[epoch], figures[best], minChange)) {
                best = epoch;
            }
        }
        return best;
    }

    /** Whether it ends after these epochs. */
    public boolean over(double... figures) {
        return active() && figures.length - 1 - best(figures) >= patience && figures.length > 0;
    }
}
