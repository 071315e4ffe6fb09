package nightsweep.experiments.network;

import java.util.List;
import nightsweep.experiments.Checks;

/** What goes into a layer, or comes out of one, for one example. */
public sealed interface Shape {

    /** All values together, 1 or more. */
    int values();

    /** As in tables and messages: {@code 784} or {@code 3x64x64}. */
    String text();

    /** Values in a row. */
    record Row(int values) implements Shape {
        public Row {
            Checks.positive("values", values);
        }

        @Override
        public String text() {
            return Integer.toString(values);
        }
    }

    /** Images, one a channel; in memory channel by channel, each row by row. */
    record Planes(int channels, int height, int width) implements Shape {
        public Planes {
            Checks.positive("channels", channels);
            Checks.positive("height", height);
            Checks.positive("width", width);
        }

        @Override
        public int values() {
            return Math.multiplyExact(channels, Math.multiplyExact(height, width));
        }

        @Override
        public String text() {
            return channels + "x" + height + "x" + width;
        }
    }

    /** The shape of examples of these sizes: (columns), (height, width) or (channels, height, width). */
    static Shape of(List<Integer> sizes) {
        return switch (sizes.size()) {
            case 1 -> new Row(sizes.get(0));
            case 2 -> new Planes(1, sizes.get(0), sizes.get(1));
            case 3 -> new Planes(sizes.get(0), sizes.get(1), sizes.get(2));
            default -> throw new IllegalArgumentException("An example has one to three sizes, but got " + sizes + ".");
        };
    }
}
