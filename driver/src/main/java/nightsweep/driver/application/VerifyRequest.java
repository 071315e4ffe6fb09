package nightsweep.driver.application;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import org.apache.hadoop.conf.Configuration;

/**
 * What {@code verify} is asked to do.
 *
 * @param run the run directory, a URI with a scheme
 * @param named ids or numbers of the trials to train anew; empty for some that are drawn
 * @param drawn how many are drawn, where none are named; 1 or more
 * @param seed which are drawn
 * @param together how many are trained at a time; 1 or more
 * @param dataHome where named data sets are, as a URI or path; empty where the user said nothing
 * @param hadoop how file systems are reached
 */
public record VerifyRequest(
        String run,
        List<String> named,
        int drawn,
        long seed,
        int together,
        Optional<String> dataHome,
        Configuration hadoop) {
    public VerifyRequest {
        named = List.copyOf(named);
        Checks.positive("trials", drawn);
        Checks.positive("together", together);
    }
}
