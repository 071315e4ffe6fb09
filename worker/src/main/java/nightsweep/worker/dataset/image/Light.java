package nightsweep.worker.dataset.image;

import java.awt.image.Raster;
import java.util.List;

/** Red, green and blue from light and two differences of colour, by the numbers of JFIF 1.02. */
final class Light {
    private static final double MIDDLE = 128;

    private Light() {}

    /**
     * Three planes, {@code (height, width)} each.
     *
     * @param raster three samples a pixel, as stored
     */
    static List<byte[]> planes(Raster raster) {
        int pixels = raster.getWidth() * raster.getHeight();
        int[] samples = raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
        byte[] red = new byte[pixels];
        byte[] green = new byte[pixels];
        byte[] blue = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int light = samples[3 * i];
            red[i] = (byte) red(light, samples[3 * i + 2]);
            green[i] = (byte) green(light, samples[3 * i + 1], samples[3 * i + 2]);
            blue[i] = (byte) blue(light, samples[3 * i + 1]);
        }
        return List.of(red, green, blue);
    }

    static int red(int light, int towardsRed) {
        return bounded(light + 1.402 * (towardsRed - MIDDLE));
    }

    static int green(int light, int towardsBlue, int towardsRed) {
        return bounded(light - 0.344136 * (towardsBlue - MIDDLE) - 0.714136 * (towardsRed - MIDDLE));
    }

    static int blue(int light, int towardsBlue) {
        return bounded(light + 1.772 * (towardsBlue - MIDDLE));
    }

    private static int bounded(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }
}
