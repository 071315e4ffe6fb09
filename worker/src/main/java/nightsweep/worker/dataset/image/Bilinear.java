package nightsweep.worker.dataset.image;

import nightsweep.experiments.dataset.ImageSize;

/**
 * Brings planes of bytes to another size by bilinear interpolation without smoothing: pixel {@code i} of {@code n} looks
 * at {@code (i + 0.5) * from / n - 0.5}. Places are single precision, weights are whole 2048ths and sums are cut as in
 * OpenCV's {@code INTER_LINEAR} of bytes, so that data that were made with it come out the same to the last bit. Immutable.
 */
public final class Bilinear {
    private static final int ONE = 1 << 11;

    private final Axis columns;
    private final Axis rows;
    private final int fromWidth;
    private final int fromHeight;

    /**
     * @param fromWidth pixels, 1 or more
     * @param fromHeight pixels, 1 or more
     */
    public Bilinear(int fromWidth, int fromHeight, ImageSize size) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        columns = new Axis(fromWidth, size.width());
        rows = new Axis(fromHeight, size.height());
    }

    /**
     * The resized plane.
     *
     * @param plane {@code (from height, from width)} row by row, unsigned
     * @return {@code (height, width)} row by row
     */
    public byte[] of(byte[] plane) {
        if (plane.length != fromWidth * fromHeight) {
            throw new IllegalArgumentException(
                    plane.length + " values are no plane of " + fromWidth + "x" + fromHeight + " pixels.");
        }
        int[] widened = widened(plane);
        int width = columns.size();
        byte[] resized = new byte[rows.size() * width];
        for (int row = 0; row < rows.size(); row++) {
            int low = rows.low[row] * width;
            int high = rows.high[row] * width;
            for (int column = 0; column < width; column++) {
                int above = (rows.lowWeight[row] * (widened[low + column] >> 4)) >> 16;
                int below = (rows.highWeight[row] * (widened[high + column] >> 4)) >> 16;
                resized[row * width + column] = (byte) ((above + below + 2) >> 2);
            }
        }
        return resized;
    }

    /** Every row of the plane at its new width, {@code (from height, width)}, each value 2048 times as large. */
    private int[] widened(byte[] plane) {
        int[] widened = new int[fromHeight * columns.size()];
        for (int row = 0; row < fromHeight; row++) {
            int start = row * fromWidth;
            for (int column = 0; column < columns.size(); column++) {
                int left = plane[start + columns.low[column]] & 0xff;
                int right = plane[start + columns.high[column]] & 0xff;
                widened[row * columns.size() + column] =
                        left * columns.lowWeight[column] + right * columns.highWeight[column];
            }
        }
        return widened;
    }

    /** Which two pixels each new one lies between, and how near to each. Beyond the outermost centres both are one. */
    private static final class Axis {
        private final int[] low;
        private final int[] high;
        private final int[] lowWeight;
        private final int[] highWeight;

        Axis(int from, int to) {
            low = new int[to];
            high = new int[to];
            lowWeight = new int[to];
            highWeight = new int[to];
            double scale = 1 / ((double) to / from);
            for (int i = 0; i < to; i++) {
                float place = (float) ((i + 0.5) * scale - 0.5);
                int pixel = (int) Math.floor(place);
                float past = place - pixel;
                low[i] = Math.max(0, Math.min(pixel, from - 1));
                high[i] = Math.max(0, Math.min(pixel + 1, from - 1));
                lowWeight[i] = (int) Math.rint((1 - past) * ONE);
                highWeight[i] = (int) Math.rint(past * ONE);
            }
        }

        int size() {
            return low.length;
        }
    }
}
