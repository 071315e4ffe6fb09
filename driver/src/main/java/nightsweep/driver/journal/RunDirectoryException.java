package nightsweep.driver.journal;

import java.io.IOException;

/** A run directory that cannot be used: the message says which, why, and what to do. */
public final class RunDirectoryException extends Exception {
    public RunDirectoryException(String message) {
        super(message);
    }

    public RunDirectoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /** That something could not be written to a run directory, and what to do. */
    public static RunDirectoryException cannotWrite(String run, IOException reason) {
        return new RunDirectoryException("Cannot write to " + run + ": " + Reasons.of(reason), reason);
    }
}
