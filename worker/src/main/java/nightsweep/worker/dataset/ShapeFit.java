package nightsweep.worker.dataset;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.outcome.ModelInputs.Values;

/** Whether examples can be given to a network that was trained on others. */
public final class ShapeFit {
    private ShapeFit() {}

    /**
     * Of what shape they are taken for: nothing to say where it is their own, a sentence where a row of values stands for a
     * picture of as many or the other way round.
     *
     * @throws IllegalArgumentException where they have another shape, to follow the name of their file
     */
    public static Optional<String> of(List<Integer> found, List<Integer> wanted) {
        Shape shape = Shape.of(found);
        if (shape.equals(Shape.of(wanted))) {
            return Optional.empty();
        }
        boolean row = found.size() == 1 || wanted.size() == 1;
        if (!row || shape.values() != Shape.of(wanted).values()) {
            throw new IllegalArgumentException(
                    "its examples have the shape " + found + ", but the model takes " + wanted);
        }
        return Optional.of("examples of the shape " + found + " are taken for " + wanted + ", value by value.");
    }

    /**
     * Passes where both are pixels, or both are not.
     *
     * @throws IllegalArgumentException where one is and the other is not, to follow the name of their file
     */
    public static void check(Values found, Values wanted) {
        if ((found == Values.BYTES) != (wanted == Values.BYTES)) {
            throw new IllegalArgumentException(
                    "its values are " + kind(found) + ", but those that the model was trained on " + kind(wanted));
        }
    }

    private static String kind(Values values) {
        return values == Values.BYTES ? "bytes of 0 to 255" : "numbers of other types than bytes";
    }
}
