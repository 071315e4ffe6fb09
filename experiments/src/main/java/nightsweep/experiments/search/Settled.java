package nightsweep.experiments.search;

import nightsweep.experiments.search.space.Point;

/**
 * A proposal whose result can no longer change.
 *
 * @param loss what is to become small; NaN where nothing came of it, which counts as worse than all else
 */
public record Settled(int number, Point point, double loss) {
    /** Whether something came of it. */
    public boolean isFinite() {
        return Double.isFinite(loss);
    }
}
