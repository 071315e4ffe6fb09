package nightsweep.experiments.sweepfile.grid;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.sweep.Searched;

/**
 * Which configurations of a grid are tried.
 *
 * @param grid whose ranges have the values that are tried
 * @param points of that grid, in the order of the configurations
 * @param searched how they were chosen, where by a search
 */
public record Chosen(Grid grid, List<List<Integer>> points, Optional<Searched> searched) {

    public static Chosen of(Grid grid, List<List<Integer>> points) {
        return new Chosen(grid, points, Optional.empty());
    }
}
