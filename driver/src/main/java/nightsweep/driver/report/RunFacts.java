package nightsweep.driver.report;

import java.time.Instant;

/**
 * What the page says of a run beside its outcomes.
 *
 * @param place the run directory, as a person would type it
 * @param sweepText the sweep file
 * @param asOf when its outcomes were read
 */
public record RunFacts(String place, String sweepText, Instant asOf) {}
