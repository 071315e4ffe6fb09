package nightsweep.driver.journal;

/** A run directory that cannot be used: the message says which, why, and what to do. */
public final class RunDirectoryException extends Exception {
    public RunDirectoryException(String message) {
        super(message);
    }

    public RunDirectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
