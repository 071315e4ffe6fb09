package nightsweep.experiments.network;

import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/**
 * A square that moves over planes.
 *
 * @param size pixels a side
 * @param stride pixels from one place to the next
 */
public record Window(int size, int stride, Padding padding) {
    public Window {
        Checks.positive("size", size);
        Checks.positive("stride", stride);
    }

    /** What lies beyond the edges. */
    public enum Padding implements Named {
        /** Nothing: the window stays within, and what is left over at the right and bottom is not seen. */
        VALID("valid"),
        /** Zeros, so many that there are {@code ceil(pixels / stride)} places a side. */
        SAME("same");

        private final String label;

        Padding(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Places along a side of {@code pixels}; 0 or less where it does not fit. */
    public int places(int pixels) {
        return switch (padding) {
            case VALID -> Math.floorDiv(pixels - size, stride) + 1;
            case SAME -> Math.floorDiv(pixels - 1, stride) + 1;
        };
    }

    /** Why it cannot move over such an input, in a sentence; empty where it can. */
    Optional<String> objection(String layer, Shape inputs) {
        if (!(inputs instanceof Shape.Planes planes)) {
            return Optional.of("A " + layer + " layer needs images, but its input is " + inputs.values()
                    + " values in a row: use data with a height and a width, and no dense layer before it.");
        }
        return places(planes.height()) > 0 && places(planes.width()) > 0
                ? Optional.empty()
                : Optional.of("A " + layer + " window of " + size + "x" + size + " does not fit into the "
                        + planes.height() + "x" + planes.width()
                        + " pixels that reach it: use a smaller window, padding"
                        + " same, or fewer such layers.");
    }

    /** What comes out of it; at least one place a side, so that sizes can be told even where it does not fit. */
    Shape.Planes over(Shape inputs, int channels) {
        Shape.Planes planes = inputs instanceof Shape.Planes known ? known : new Shape.Planes(1, 1, inputs.values());
        return new Shape.Planes(channels, Math.max(1, places(planes.height())), Math.max(1, places(planes.width())));
    }
}
