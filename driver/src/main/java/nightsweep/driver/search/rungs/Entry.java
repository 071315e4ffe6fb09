package nightsweep.driver.search.rungs;

/**
 * A trial on its way to a rung.
 *
 * @param rung from 0
 * @param number of the proposal
 */
public record Entry(int rung, int number) {}
