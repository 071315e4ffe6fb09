package nightsweep.worker.dataset.idx;

import java.util.List;
import nightsweep.worker.dataset.source.Features;

/** Images whose file keeps a pixel's colours together, as photographs usually are kept. */
final class Interleaved {
    private static final int MOST_COLOURS = 4;

    private Interleaved() {}

    /** Whether a shape reads as (height, width, channels): few in the last place and more in the first. */
    static boolean is(List<Integer> shape) {
        return shape.size() == 3 && shape.get(2) <= MOST_COLOURS && shape.get(0) > MOST_COLOURS;
    }

    /** The shape with channels first, where they are last. */
    static List<Integer> planarShape(List<Integer> shape) {
        return is(shape) ? List.of(shape.get(2), shape.get(0), shape.get(1)) : shape;
    }

    /** Moves the values of each example so that channels come first, in place. */
    static void toPlanes(List<Integer> shape, Features features) {
        int channels = shape.get(2);
        int pixels = shape.get(0) * shape.get(1);
        int width = channels * pixels;
        if (features instanceof Features.Bytes bytes) {
            byte[] values = bytes.values();
            byte[] row = new byte[width];
            for (int start = 0; start < values.length; start += width) {
                System.arraycopy(values, start, row, 0, width);
                for (int i = 0; i < width; i++) {
                    values[start + i] = row[i % pixels * channels + i / pixels];
                }
            }
        } else if (features instanceof Features.Floats floats) {
            float[] values = floats.values();
            float[] row = new float[width];
            for (int start = 0; start < values.length; start += width) {
                System.arraycopy(values, start, row, 0, width);
                for (int i = 0; i < width; i++) {
                    values[start + i] = row[i % pixels * channels + i / pixels];
                }
            }
        }
    }
}
