package nightsweep.driver.application;

import java.util.List;
import java.util.Optional;

/**
 * What a run decided, and what comes of its outcomes when all of it is decided again.
 *
 * @param decisions in their order, a line each, for people
 * @param proposals how many of the decisions are proposals
 * @param difference the first decision that does not come out again
 * @param differing how many do not
 * @param untold decisions that cannot be made again, since outcomes are missing
 * @param unwritten decisions that follow from outcomes, and are not written yet
 */
public record Replayed(
        List<String> decisions,
        int proposals,
        Optional<Difference> difference,
        int differing,
        int untold,
        int unwritten) {
    public Replayed {
        decisions = List.copyOf(decisions);
    }

    /**
     * A decision that does not come out again.
     *
     * @param file of the run directory
     * @param line from 1
     * @param written as it stands there
     * @param again as it comes out now; empty where nothing does
     */
    public record Difference(String file, int line, String written, String again) {}
}
