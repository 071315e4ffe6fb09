package nightsweep.driver.schedule.proof;

import nightsweep.driver.schedule.ClusterException;

/** A run directory that the driver and its executors do not share: the message says who sees what. */
public final class UnsharedRunDirectoryException extends ClusterException {
    public UnsharedRunDirectoryException(String message) {
        super(message);
    }
}
