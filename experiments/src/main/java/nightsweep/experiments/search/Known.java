package nightsweep.experiments.search;

import java.util.List;
import java.util.function.Predicate;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Space;

/**
 * All that the proposal {@code number} may be made from.
 *
 * @param settled the proposals before the window, in order
 * @param open those within the window, in order, whatever has become of them; none for a searcher to which results do not
 *     matter
 * @param taken whether a point was proposed before
 * @param draws random numbers of this proposal alone
 */
public record Known(
        int number, Space space, List<Settled> settled, List<Point> open, Predicate<Point> taken, Draws draws) {
    /** Whether it could be proposed. */
    public boolean isFree(Point point) {
        return space.allows(point) && !taken.test(point);
    }

    /** A point with every value drawn, allowed and new or not. */
    public Point drawn() {
        return space.at(axis -> draws.nextDouble());
    }
}
