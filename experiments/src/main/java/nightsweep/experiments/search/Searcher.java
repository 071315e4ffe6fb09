package nightsweep.experiments.search;

import java.util.Optional;
import nightsweep.experiments.search.space.Point;

/** A way to choose what to try next. What it proposes depends on what it is told alone: no clock, no thread, no hash order. */
public interface Searcher {
    /** Whether results matter to it. Where they do not, nothing is waited for. */
    boolean learns();

    /** How many finite results it needs before it looks at any; what it proposes until then is drawn. */
    default int drawnAtFirst() {
        return 0;
    }

    /**
     * The next proposal, allowed and new, or nothing where it finds none: then the search takes the next free point from a
     * random one on. Called once for each number, in order, save for those numbers that are given to it.
     */
    Optional<Point> propose(Known known);
}
