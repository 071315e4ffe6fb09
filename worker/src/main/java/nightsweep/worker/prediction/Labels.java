package nightsweep.worker.prediction;

import java.io.Serializable;
import java.util.Optional;

/** What becomes of the labels in a table. */
public sealed interface Labels extends Serializable {

    /** They are passed over where there are any. */
    record PassedOver() implements Labels {}

    /**
     * Each is held against what the model says; a table without is refused.
     *
     * @param column its name, or its number from 1, or from -1 backwards; empty for the name that it had in training, else
     *     label, class or target
     */
    record Compared(String column) implements Labels {}

    /** For answers. */
    static Labels passedOver() {
        return new PassedOver();
    }

    /** For figures. */
    static Labels compared(Optional<String> column) {
        return new Compared(column.orElse(""));
    }
}
