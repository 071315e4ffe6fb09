package nightsweep.driver.search.choice;

import java.util.Optional;
import nightsweep.driver.search.gp.GpSearcher;
import nightsweep.driver.search.tpe.TpeSearcher;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;

/**
 * A Gaussian process for the first {@value #MOST_GP} proposals where at least half of the axes are ordered, and Parzen
 * estimators otherwise. How many proposals there will be has no say, so that asking for more keeps the first.
 */
final class AutoSearcher implements Searcher {
    private static final int MOST_GP = 250;

    private final Searcher first;
    private final Searcher later;

    AutoSearcher(Space space, long seed) {
        long ordered = space.axes().stream()
                .map(SearchAxis::domain)
                .filter(domain -> domain.ordered())
                .count();
        this.later = new TpeSearcher(space);
        this.first = 2 * ordered >= space.axes().size() ? new GpSearcher(space, seed) : later;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public Optional<Point> propose(Known known) {
        return (known.number() <= MOST_GP ? first : later).propose(known);
    }
}
