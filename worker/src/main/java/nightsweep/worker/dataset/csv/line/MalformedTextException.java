package nightsweep.worker.dataset.csv.line;

import java.io.IOException;

/** Text that no table has: the message says where, and what. */
public final class MalformedTextException extends IOException {
    public MalformedTextException(String message) {
        super(message);
    }
}
