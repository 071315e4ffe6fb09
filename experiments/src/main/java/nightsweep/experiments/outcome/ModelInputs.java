package nightsweep.experiments.outcome;

import java.util.Optional;
import nightsweep.experiments.Named;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.TableColumns;

/**
 * What a network was given before scaling.
 *
 * @param columns of the table that it was trained on; empty where it was no table
 * @param preparation what becomes of a table's cells; empty where they are numbers as they stand
 */
public record ModelInputs(Values values, Optional<TableColumns> columns, Optional<Preparation> preparation) {

    /** Numbers as they stand. */
    public ModelInputs(Values values, Optional<TableColumns> columns) {
        this(values, columns, Optional.empty());
    }

    /** What the values of an example are. */
    public enum Values implements Named {
        /** Whole numbers of 0 to 255, as pixels are. */
        BYTES("bytes"),
        /** Numbers that single precision tells apart. */
        SINGLE("single"),
        /** Numbers that have to be scaled in double precision. */
        DOUBLE("double");

        private final String label;

        Values(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
