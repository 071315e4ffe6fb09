package nightsweep.driver.report;

import java.time.Instant;
import java.util.Optional;

/**
 * What the page says of a run beside its outcomes.
 *
 * @param place the run directory, as a person would type it
 * @param sweepText the sweep file
 * @param asOf when its outcomes were read
 * @param pace empty where it does not go on
 */
public record RunFacts(String place, String sweepText, Instant asOf, Optional<Pace> pace) {
    /** Of a run that does not go on. */
    public RunFacts(String place, String sweepText, Instant asOf) {
        this(place, sweepText, asOf, Optional.empty());
    }
}
