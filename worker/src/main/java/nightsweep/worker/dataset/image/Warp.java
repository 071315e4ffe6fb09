package nightsweep.worker.dataset.image;

import nightsweep.experiments.training.Augmentation;
import nightsweep.worker.dataset.random.RandomNumbers;

/**
 * Where the pixels of a changed picture are taken from: the pixel at {@code p} from the centre shows what was at
 * {@code turn(lean(grow(mirror(p)))) + shift}.
 *
 * @param shiftX in pixels
 * @param shiftY in pixels
 * @param radians by which is turned
 * @param lean of uprights: pixels aside for each pixel down
 * @param growX what a step along a row is in the picture as it was; negative where it is mirrored
 * @param growY the same down a column
 */
record Warp(double shiftX, double shiftY, double radians, double lean, double growX, double growY) {

    /** Draws each number whether it is wanted or not, so that one wish does not change what becomes of another. */
    static Warp drawn(Augmentation wanted, int height, int width, RandomNumbers random) {
        double shiftX = random.within(-1, 1) * wanted.shift() * width;
        double shiftY = random.within(-1, 1) * wanted.shift() * height;
        double radians = random.within(-1, 1) * StrictMath.toRadians(wanted.rotate());
        double lean = StrictMath.tan(random.within(-1, 1) * StrictMath.toRadians(wanted.shear()));
        double growX = 1 + random.within(-1, 1) * wanted.zoom();
        double growY = 1 + random.within(-1, 1) * wanted.zoom();
        boolean mirrorX = random.below(2) == 1 && wanted.flip().leftToRight();
        boolean mirrorY = random.below(2) == 1 && wanted.flip().topToBottom();
        return new Warp(shiftX, shiftY, radians, lean, mirrorX ? -growX : growX, mirrorY ? -growY : growY);
    }

    /**
     * Writes the changed picture, bilinear between the centres of pixels; beyond its edge the nearest pixel goes on.
     *
     * @param values {@code (channels, height, width)}
     * @param changed receives the same
     */
    void apply(int height, int width, float[] values, float[] changed) {
        double cosine = StrictMath.cos(radians);
        double sine = StrictMath.sin(radians);
        double alongX = cosine * growX;
        double alongY = sine * growX;
        double downX = (cosine * lean - sine) * growY;
        double downY = (sine * lean + cosine) * growY;
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        int plane = height * width;
        for (int row = 0; row < height; row++) {
            double startX = centreX + shiftX + downX * (row - centreY);
            double startY = centreY + shiftY + downY * (row - centreY);
            for (int column = 0; column < width; column++) {
                double x = Math.max(0, Math.min(startX + alongX * (column - centreX), width - 1));
                double y = Math.max(0, Math.min(startY + alongY * (column - centreX), height - 1));
                int left = (int) x;
                int top = (int) y;
                float right = (float) (x - left);
                float below = (float) (y - top);
                int here = top * width + left;
                int aside = left + 1 < width ? 1 : 0;
                int under = top + 1 < height ? width : 0;
                for (int at = row * width + column; at < values.length; at += plane) {
                    float upper = values[here] + right * (values[here + aside] - values[here]);
                    float lower = values[here + under] + right * (values[here + under + aside] - values[here + under]);
                    changed[at] = upper + below * (lower - upper);
                    here += plane;
                }
            }
        }
    }
}
