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
 * @param renewal how whoever has the page open gets the next one
 */
public record RunFacts(String place, String sweepText, Instant asOf, Optional<Pace> pace, Renewal renewal) {
    /** How the next page comes. */
    public enum Renewal {
        /** It is loaded by hand: the page asks for nothing. */
        BY_HAND,
        /** The page asks whoever serves it, and loads itself. */
        BY_ITSELF
    }

    /** Of a run whose page is a file. */
    public RunFacts(String place, String sweepText, Instant asOf, Optional<Pace> pace) {
        this(place, sweepText, asOf, pace, Renewal.BY_HAND);
    }

    /** Of a run that does not go on. */
    public RunFacts(String place, String sweepText, Instant asOf) {
        this(place, sweepText, asOf, Optional.empty());
    }
}
