package nightsweep.worker.dataset.source;

/** A data set that cannot be had: the message says which file, what is wrong with it, and what to do. */
public final class DataException extends Exception {
    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
