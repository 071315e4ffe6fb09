package nightsweep.driver.plan;

import java.util.List;

/** The data of a sweep that cannot be read: the message has a line for each thing that is wrong. */
public final class UnreadableDataException extends Exception {
    UnreadableDataException(String sweep, List<String> problems) {
        super("Cannot read the data of sweep " + sweep + ":\n  " + String.join("\n  ", problems));
    }
}
