package nightsweep.worker.model;

/** A saved model that cannot be read, or that something does not fit. */
public final class ModelException extends Exception {
    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
