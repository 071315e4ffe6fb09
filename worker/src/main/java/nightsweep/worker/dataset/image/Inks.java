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
     * @param raster four samples a pixel, as Adobe stores them: the complement of each ink
     * @param transform what Adobe's segment says of colours
     */
    static List<byte[]> planes(Raster raster, int transform) {
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
            if (transform == YCCK) {
                int light = cyan;
                int towardsBlue = magenta;
                int towardsRed = yellow;
                cyan = Light.red(light, towardsRed);
                magenta = Light.green(light, towardsBlue, towardsRed);
                yellow = Light.blue(light, towardsBlue);
            }
            red[i] = left(cyan, black);
            green[i] = left(magenta, black);
            blue[i] = left(yellow, black);
        }
        return List.of(red, green, blue);
    }

    private static byte left(int ink, int black) {
        return (byte) ((ink * black + 127) / 255);
    }
}
