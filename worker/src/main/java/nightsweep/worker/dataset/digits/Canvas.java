package nightsweep.worker.dataset.digits;

import java.util.Arrays;
import nightsweep.worker.dataset.random.RandomNumbers;

/** One image on which a pen draws. Reused from image to image; pixel (0, 0) covers 0..1 in both directions. */
final class Canvas {
    static final int SIDE = 28;

    /** Straight pieces between two points of a curve: at 28 pixels, finer ones look the same. */
    private static final int PIECES = 6;

    private final double[] squaredDistances = new double[SIDE * SIDE];

    void clear() {
        Arrays.fill(squaredDistances, Double.POSITIVE_INFINITY);
    }

    /**
     * Draws a Catmull-Rom spline from {@code points[from]} to {@code points[to]}.
     *
     * @param points {@code (points, 2)}, in pixels
     * @param reach how far from the line pixels are inked, in pixels
     */
    void draw(double[][] points, int from, int to, double reach) {
        for (int i = from; i < to; i++) {
            double[] before = points[Math.max(i - 1, from)];
            double[] start = points[i];
            double[] end = points[i + 1];
            double[] after = points[Math.min(i + 2, to)];
            double x = start[0];
            double y = start[1];
            for (int piece = 1; piece <= PIECES; piece++) {
                double t = (double) piece / PIECES;
                double nextX = spline(before[0], start[0], end[0], after[0], t);
                double nextY = spline(before[1], start[1], end[1], after[1], t);
                segment(x, y, nextX, nextY, reach);
                x = nextX;
                y = nextY;
            }
        }
    }

    private static double spline(double before, double start, double end, double after, double t) {
        double linear = end - before;
        double square = 2 * before - 5 * start + 4 * end - after;
        double cube = 3 * (start - end) + after - before;
        return start + t * (linear + t * (square + t * cube)) / 2;
    }

    private void segment(double x1, double y1, double x2, double y2, double reach) {
        int left = pixel(Math.min(x1, x2) - reach);
        int right = pixel(Math.max(x1, x2) + reach);
        int top = pixel(Math.min(y1, y2) - reach);
        int bottom = pixel(Math.max(y1, y2) + reach);
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x1;
                double py = row + 0.5 - y1;
                double along = length == 0 ? 0 : Math.max(0, Math.min((px * dx + py * dy) / length, 1));
                double awayX = px - along * dx;
                double awayY = py - along * dy;
                int index = row * SIDE + column;
                squaredDistances[index] = Math.min(squaredDistances[index], awayX * awayX + awayY * awayY);
            }
        }
    }

    private static int pixel(double coordinate) {
        return (int) Math.max(0, Math.min(Math.floor(coordinate), SIDE - 1));
    }

    /**
     * Writes the image, {@code (28 * 28)} row by row, ink as 255.
     *
     * @param penRadius half the width of the lines, in pixels; their edges fade over one pixel
     * @param noise the deviation of each pixel, as a share of full ink
     */
    void write(byte[] out, int offset, double penRadius, double noise, RandomNumbers random) {
        for (int i = 0; i < squaredDistances.length; i++) {
            double ink = Math.max(0, Math.min(penRadius + 0.5 - Math.sqrt(squaredDistances[i]), 1));
            double noisy = noise == 0 ? ink : ink + noise * random.gaussian();
            out[offset + i] = (byte) (int) (255 * Math.max(0, Math.min(noisy, 1)) + 0.5);
        }
    }
}
