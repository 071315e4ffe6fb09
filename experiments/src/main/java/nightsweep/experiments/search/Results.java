package nightsweep.experiments.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a search reads what came of its proposals. */
@FunctionalInterface
public interface Results {
    /**
     * What the first {@code count} proposals came to, once all of it is known; empty before. The same whenever it is asked, and
     * whatever is known of later ones.
     *
     * @param enough so many results at one epoch are worth looking at, where figures of several epochs are known
     */
    Optional<Seen> ofFirst(int count, int enough);

    /**
     * What some proposals came to.
     *
     * @param losses by proposal, in order; NaN where nothing came of it
     * @param epoch after which they were compared; empty where each was trained to its end
     */
    record Seen(List<Double> losses, OptionalInt epoch) {
        public Seen {
            losses = List.copyOf(losses);
        }
    }
}
