package nightsweep.driver.application;

import org.apache.hadoop.conf.Configuration;

/**
 * What {@code bundle} is asked to do.
 *
 * @param run the run directory, a URI with a scheme
 * @param out the file to write, a URI with a scheme
 * @param networks whether saved models go with it
 * @param hadoop how file systems are reached
 */
public record BundleRequest(String run, String out, Networks networks, Configuration hadoop) {
    /** What becomes of saved models. */
    public enum Networks {
        /** They stay where they are. */
        LEFT_OUT,
        /** They go with the run. */
        TAKEN
    }
}
