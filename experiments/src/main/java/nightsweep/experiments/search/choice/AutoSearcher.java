package nightsweep.experiments.search.choice;

import java.util.Optional;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.gp.GpSearcher;
import nightsweep.experiments.search.space.Domain;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.tpe.TpeSearcher;

/**
 * A Gaussian process for the first {@value #MOST_GP} proposals where at least half of the axes are ordered, and Parzen
 * estimators otherwise. How many proposals there will be has no say, so that asking for more keeps the first.
 */
final class AutoSearcher implements Searcher {
    private static final int MOST_GP = 250;

    private final Searcher first;
    private final Searcher later;

    AutoSearcher(Space space, long seed) {
        this.later = new TpeSearcher(space);
        this.first = 2 * ordered(space) >= space.axes().size() ? new GpSearcher(space, seed) : later;
    }

    private static long ordered(Space space) {
        return space.axes().stream()
                .map(SearchAxis::domain)
                .filter(Domain::ordered)
                .count();
    }

    /** What it takes for a space, and why. */
    static String why(Space space) {
        long ordered = ordered(space);
        int axes = space.axes().size();
        return (2 * ordered >= axes ? "gp for the first " + MOST_GP + " proposals, then tpe" : "tpe") + ", as "
                + ordered + " of " + axes + (axes == 1 ? " axis is" : " axes are") + " ordered";
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public int drawnAtFirst() {
        return first.drawnAtFirst();
    }

    @Override
    public Optional<Point> propose(Known known) {
        return (known.number() <= MOST_GP ? first : later).propose(known);
    }
}
