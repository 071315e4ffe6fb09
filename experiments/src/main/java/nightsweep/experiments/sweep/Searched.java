package nightsweep.experiments.sweep;

import java.util.Optional;

/**
 * How the configurations of a sweep were chosen, where they are not a whole grid.
 *
 * @param method by its name, such as {@code random}
 * @param asked how many were asked for
 * @param usedUp whether there were no more
 * @param space what could be chosen, in words
 * @param learning how more are proposed while a run lasts, where they are; those that the sweep has are the first then
 */
public record Searched(String method, int asked, boolean usedUp, String space, Optional<Learning> learning) {
    /** A search that is over before anything runs. */
    public Searched(String method, int asked, boolean usedUp, String space) {
        this(method, asked, usedUp, space, Optional.empty());
    }

    /** The same, which goes on while a run lasts. */
    public Searched learning(Learning how) {
        return new Searched(method, asked, usedUp, space, Optional.of(how));
    }
}
