package nightsweep.driver.proposal;

import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.Step;

/**
 * A proposal that stands, and was made again.
 *
 * @param asked what the search says to the results that there are
 */
public record Redone(Proposal written, Step asked) {
    boolean differs() {
        return asked instanceof Step.Try one && !one.proposal().point().equals(written.point());
    }
}
