package nightsweep.driver.schedule;

import java.io.Serializable;

/**
 * What a task is told.
 *
 * @param trial its number in the plan, from 1
 * @param dataset which of the shipped data sets it trains on, from 0
 */
record Assignment(int trial, int dataset) implements Serializable {}
