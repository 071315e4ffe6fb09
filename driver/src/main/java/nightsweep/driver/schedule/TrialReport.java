package nightsweep.driver.schedule;

import java.io.Serializable;

/**
 * What the driver is told of a trial that ended; everything else stands in its folder.
 *
 * @param outcome its outcome's label
 * @param objective its figure, or NaN where it has none
 * @param problem why its outcome could not be written, or empty
 */
public record TrialReport(String outcome, double objective, String problem) implements Serializable {}
