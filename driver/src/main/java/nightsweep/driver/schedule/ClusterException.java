package nightsweep.driver.schedule;

/** A cluster that cannot be reached or no longer answers: the message says which and why. */
public class ClusterException extends Exception {
    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
