package nightsweep.worker.dataset.csv;

import java.io.IOException;

/** Text that no table has: the message says where, and what. */
final class MalformedTextException extends IOException {
    MalformedTextException(String message) {
        super(message);
    }
}
