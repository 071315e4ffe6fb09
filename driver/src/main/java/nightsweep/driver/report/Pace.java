package nightsweep.driver.report;

import java.util.OptionalLong;

/**
 * How fast a run goes.
 *
 * @param slots trials that can run at a time just now; 0 while there is no executor
 * @param leftMillis until the end; empty where nothing is known
 */
public record Pace(int slots, OptionalLong leftMillis) {}
