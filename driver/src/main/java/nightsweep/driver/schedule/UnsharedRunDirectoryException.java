package nightsweep.driver.schedule;

/** A run directory that the driver and its executors do not share: the message says who sees what. */
public final class UnsharedRunDirectoryException extends ClusterException {
    public UnsharedRunDirectoryException(String message) {
        super(message);
    }
}
