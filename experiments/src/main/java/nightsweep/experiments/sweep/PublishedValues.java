package nightsweep.experiments.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;

/**
 * What somebody published of one step of a training.
 *
 * @param step from 1
 * @param layer among those that learn, from 1; without meaning for quantities of the whole network
 * @param values row by row as {@link TraceQuantity} orders them, with the digits that were published; empty where nothing
 *     was said
 * @param note what is remarkable about them; may be empty
 */
public record PublishedValues(
        int step, int layer, TraceQuantity quantity, List<Optional<BigDecimal>> values, String note) {
    public PublishedValues {
        Checks.positive("step", step);
        Checks.positive("layer", layer);
        values = List.copyOf(values);
    }
}
