package nightsweep.worker.engine.fused.image;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.fused.memory.Matrix;

/**
 * Two ways to lay images out: each in a row, channel by channel, {@code (images, channels * pixels)}, as data and dense
 * layers have them; and pixel by pixel, {@code (images * pixels, channels)}, as windows do.
 */
public record PixelOrder(int channels, int pixels) {

    /** From rows to pixels. */
    public void toPixels(Matrix rows, Matrix images, int count) {
        FloatBuffer from = rows.floats().values();
        FloatBuffer to = images.floats().values();
        for (int image = 0; image < count; image++) {
            for (int channel = 0; channel < channels; channel++) {
                int read = image * rows.stride() + channel * pixels;
                int write = image * pixels * images.stride() + channel;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    to.put(write, from.get(read + pixel));
                    write += images.stride();
                }
            }
        }
    }

    /** From pixels to rows. */
    public void toRows(Matrix images, Matrix rows, int count) {
        FloatBuffer from = images.floats().values();
        FloatBuffer to = rows.floats().values();
        for (int image = 0; image < count; image++) {
            for (int channel = 0; channel < channels; channel++) {
                int read = image * pixels * images.stride() + channel;
                int write = image * rows.stride() + channel * pixels;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    to.put(write + pixel, from.get(read));
                    read += images.stride();
                }
            }
        }
    }
}
