package nightsweep.driver.search;

import nightsweep.driver.search.space.Point;

/**
 * A configuration that a search asks for.
 *
 * @param number from 1
 */
public record Proposal(int number, Point point) {}
