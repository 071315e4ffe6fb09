package nightsweep.experiments.search;

import nightsweep.experiments.search.space.Point;

/**
 * A configuration that a search asks for.
 *
 * @param number from 1
 */
public record Proposal(int number, Point point) {}
