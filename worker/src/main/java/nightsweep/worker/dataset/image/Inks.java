package nightsweep.worker.dataset.image;

import java.awt.image.Raster;
import java.util.List;

/**
 * Red, green and blue of a JPEG of four inks, as screens show them without a colour profile: what one ink leaves of white
 * times what black leaves.
 */
final class Inks {
    private static final int YCCK = 2;

    private Inks() {}

    /**
     * Three planes, {@code (height, width)} each.
     *
     * @param raster four samples a pixel, as stored
     */
    static List<byte[]> planes(Raster raster, PictureNotes notes) {
        int pixels = raster.getWidth() * raster.getHeight();
        int[] samples = raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
        byte[] red = new byte[pixels];
        byte[] green = new byte[pixels];
        byte[] blue = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int cyan = samples[4 * i];
            int magenta = samples[4 * i + 1];
            int yellow = samples[4 * i + 2];
            int black = samples[4 * i + 3];
            if (notes.transform() == YCCK) {
                double light = cyan;
                double towardsBlue = magenta - 128.0;
                double towardsRed = yellow - 128.0;
                cyan = bounded(light + 1.402 * towardsRed);
                magenta = bounded(light - 0.344136 * towardsBlue - 0.714136 * towardsRed);
                yellow = bounded(light + 1.772 * towardsBlue);
            }
            int complement = notes.adobe() ? 0 : 255;
            red[i] = left(complement ^ cyan, complement ^ black);
            green[i] = left(complement ^ magenta, complement ^ black);
            blue[i] = left(complement ^ yellow, complement ^ black);
        }
        return List.of(red, green, blue);
    }

    private static byte left(int ink, int black) {
        return (byte) ((ink * black + 127) / 255);
    }

    private static int bounded(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }
}
