package nightsweep.experiments.sweep;

/**
 * How the configurations of a sweep were chosen, where they are not a whole grid.
 *
 * @param method by its name, such as {@code random}
 * @param asked how many were asked for
 * @param usedUp whether there were no more
 * @param space what could be chosen, in words
 */
public record Searched(String method, int asked, boolean usedUp, String space) {}
