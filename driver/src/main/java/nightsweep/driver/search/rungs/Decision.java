package nightsweep.driver.search.rungs;

import java.util.List;

/**
 * Trials that one rung let go on.
 *
 * @param prefix how many arrivals, in the order of its list, were compared
 * @param promoted numbers of proposals, best first; at least one
 */
public record Decision(int rung, int prefix, List<Integer> promoted) {
    public Decision {
        promoted = List.copyOf(promoted);
    }
}
