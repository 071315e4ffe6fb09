package nightsweep.worker.engine.fused.image;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/**
 * What a moving window sees of a few images, one row for each of its places: pixel by pixel from the upper left, the
 * channels of a pixel side by side. Images are {@code (images * pixels, channels)}.
 *
 * <p>With them a convolution is a matrix product (Chellapilla, Puri and Simard 2006).
 */
public final class Patches {
    private final Sliding sliding;
    private final ImagePasses passes;
    private final Matrix rows;
    private final int images;

    /** @param most numbers that the rows may have together; there is always room for one image */
    public Patches(Sliding sliding, int most, ImagePasses passes) {
        this.sliding = sliding;
        this.passes = passes;
        int size = sliding.window().size();
        int inputs = Math.multiplyExact(size * size, sliding.planes().channels());
        int stride = Floats.padded(inputs);
        int one = Math.multiplyExact(sliding.places(), stride);
        images = Math.max(1, most / one);
        Floats floats = Floats.zeros(Math.addExact(Math.multiplyExact(images, one), Floats.LANES));
        rows = new Matrix(floats, images * sliding.places(), inputs, stride);
    }

    /** {@code (images * places, size * size * channels)}. */
    public Matrix rows() {
        return rows;
    }

    /** The most images that there is room for. */
    public int images() {
        return images;
    }

    /** Fills the rows with what is under the window in {@code count} images from the one numbered {@code first} on. */
    public void gather(Matrix source, int first, int count) {
        int at = 0;
        for (int image = first; image < first + count; image++) {
            for (int y = 0; y < sliding.height(); y++) {
                for (int x = 0; x < sliding.width(); x++) {
                    gather(source, image * sliding.pixels(), sliding.top(y), sliding.left(x), at);
                    at += rows.stride();
                }
            }
        }
    }

    /** Adds the rows to the pixels that they came from. */
    public void scatter(int first, int count, Matrix target) {
        int at = 0;
        for (int image = first; image < first + count; image++) {
            for (int y = 0; y < sliding.height(); y++) {
                for (int x = 0; x < sliding.width(); x++) {
                    scatter(at, image * sliding.pixels(), sliding.top(y), sliding.left(x), target);
                    at += rows.stride();
                }
            }
        }
    }

    private void gather(Matrix source, int pixel, int top, int left, int start) {
        if (!sliding.within(top, left)) {
            gatherAtEdge(source, pixel, top, left, start);
            return;
        }
        int size = sliding.window().size();
        int channels = source.columns();
        boolean together = source.stride() == channels;
        int at = start;
        for (int dy = 0; dy < size; dy++) {
            int from = (pixel + (top + dy) * sliding.planes().width() + left) * source.stride();
            if (together) {
                passes.copy(source.floats(), from, rows.floats(), at, size * channels);
                at += size * channels;
            } else {
                for (int dx = 0; dx < size; dx++) {
                    passes.copy(source.floats(), from + dx * source.stride(), rows.floats(), at, channels);
                    at += channels;
                }
            }
        }
    }

    /** Beyond the edge are zeros. */
    private void gatherAtEdge(Matrix source, int pixel, int top, int left, int start) {
        int size = sliding.window().size();
        int channels = source.columns();
        FloatBuffer values = rows.floats().values();
        for (int i = 0; i < rows.columns(); i++) {
            values.put(start + i, 0);
        }
        for (int dy = firstWithin(top); dy < lastWithin(top, sliding.planes().height()); dy++) {
            for (int dx = firstWithin(left);
                    dx < lastWithin(left, sliding.planes().width());
                    dx++) {
                int from = (pixel + (top + dy) * sliding.planes().width() + left + dx) * source.stride();
                values.put(start + (dy * size + dx) * channels, source.floats().values(), from, channels);
            }
        }
    }

    private void scatter(int start, int pixel, int top, int left, Matrix target) {
        int size = sliding.window().size();
        int channels = target.columns();
        boolean together = target.stride() == channels;
        int firstColumn = firstWithin(left);
        int columns = lastWithin(left, sliding.planes().width()) - firstColumn;
        for (int dy = firstWithin(top); dy < lastWithin(top, sliding.planes().height()); dy++) {
            int to = (pixel + (top + dy) * sliding.planes().width() + left + firstColumn) * target.stride();
            int at = start + (dy * size + firstColumn) * channels;
            if (together) {
                passes.add(rows.floats(), at, 1, target.floats(), to, columns * channels);
            } else {
                for (int dx = 0; dx < columns; dx++) {
                    passes.add(
                            rows.floats(), at + dx * channels, 1, target.floats(), to + dx * target.stride(), channels);
                }
            }
        }
    }

    private static int firstWithin(int start) {
        return Math.max(0, -start);
    }

    private int lastWithin(int start, int pixels) {
        return Math.min(sliding.window().size(), pixels - start);
    }
}
