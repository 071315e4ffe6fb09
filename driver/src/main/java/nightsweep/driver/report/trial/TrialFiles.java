package nightsweep.driver.report.trial;

import java.io.IOException;
import java.util.Optional;
import nightsweep.experiments.sweep.TrialId;

/** The texts that trials left. */
public interface TrialFiles {
    /** The text of a file of a trial; empty where it has none of this name. */
    Optional<String> text(TrialId trial, String name) throws IOException;

    /** Of trials of which nothing but the outcomes is at hand. */
    static TrialFiles none() {
        return (trial, name) -> Optional.empty();
    }
}
