package nightsweep.experiments.search.plain;

import java.util.Optional;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.space.Walk;

/** All configurations of the space in the order of the file, the last axis fastest. */
public final class GridSearcher implements Searcher {
    private final Walk walk;

    /** @throws IllegalArgumentException where an axis is a range without steps */
    public GridSearcher(Space space) {
        if (!space.uncountable().isEmpty()) {
            SearchAxis axis = space.uncountable().get(0);
            throw new IllegalArgumentException("a grid tries every value, but " + axis.name() + " has any of "
                    + axis.domain().words() + ". Give it a step, or take another method.");
        }
        this.walk = Walk.of(space);
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Optional<Point> propose(Known known) {
        while (walk.hasNext()) {
            Point point = walk.next();
            if (known.isFree(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }
}
