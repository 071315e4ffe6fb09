package nightsweep.experiments.sweepfile.grid;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.sweep.Searched;

/**
 * Which configurations of a grid are tried.
 *
 * @param grid whose ranges have the values that are tried
 * @param points of that grid, in the order of the configurations
 * @param searched how they were chosen, where by a search
 * @param learner how more are proposed while a run lasts, where they are
 */
public record Chosen(Grid grid, List<List<Integer>> points, Optional<Searched> searched, Optional<Learner> learner) {
    /**
     * A search that learns.
     *
     * @param grid whose ranges have no values yet
     */
    public record Learner(Method method, Space space, Search.Settings settings, Grid grid) {}

    public static Chosen of(Grid grid, List<List<Integer>> points) {
        return new Chosen(grid, points, Optional.empty(), Optional.empty());
    }
}
