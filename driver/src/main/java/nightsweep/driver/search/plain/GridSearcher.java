package nightsweep.driver.search.plain;

import java.util.Optional;
import nightsweep.driver.search.Known;
import nightsweep.driver.search.Searcher;
import nightsweep.driver.search.space.Point;
import nightsweep.driver.search.space.SearchAxis;
import nightsweep.driver.search.space.Space;
import nightsweep.driver.search.space.Walk;

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
