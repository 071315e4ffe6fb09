package nightsweep.worker.dataset.digits;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.random.RandomNumbers;

/**
 * How one digit is written: an affine map from glyph to pixel coordinates, a trembling, and a pen.
 *
 * @param tremble deviation of each point, in pixels
 * @param penRadius half the width of the stroke, in pixels
 */
record Hand(double xx, double xy, double yx, double yy, double x0, double y0, double tremble, double penRadius) {
    /** Pixels to a unit of the glyph's box, undistorted: 20 pixels high, as digits of MNIST are. */
    private static final double WIDTH_SCALE = 0.165;

    private static final double HEIGHT_SCALE = 0.19;
    private static final double MIDDLE = 14;

    /** Deviations at a distortion of 1. */
    private static final double ROTATION_RADIANS = 0.16;

    private static final double SHEAR = 0.2;
    private static final double SCALE = 0.13;
    private static final double SHIFT_PIXELS = 1.3;
    private static final double TREMBLE_PIXELS = 0.6;
    private static final double PEN_PIXELS = 0.28;

    private static final double USUAL_PEN_PIXELS = 1.15;
    private static final double FINEST_PEN_PIXELS = 0.6;

    /**
     * A hand by chance.
     *
     * @param distortion 0 or more; at 0 every hand is the same
     */
    static Hand draw(double distortion, RandomNumbers random) {
        double angle = ROTATION_RADIANS * distortion * clipped(random);
        double shear = SHEAR * distortion * clipped(random);
        double wide = WIDTH_SCALE * StrictMath.exp(SCALE * distortion * clipped(random));
        double high = HEIGHT_SCALE * StrictMath.exp(SCALE * distortion * clipped(random));
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Hand(
                cos * wide,
                (-sin - shear * cos) * high,
                sin * wide,
                (cos - shear * sin) * high,
                MIDDLE + SHIFT_PIXELS * distortion * clipped(random),
                MIDDLE + SHIFT_PIXELS * distortion * clipped(random),
                TREMBLE_PIXELS * distortion,
                Math.max(FINEST_PEN_PIXELS, USUAL_PEN_PIXELS + PEN_PIXELS * distortion * clipped(random)));
    }

    /** The points of a stroke in pixels, {@code (points, 2)}. */
    double[][] points(List<Glyph.Point> stroke, RandomNumbers random) {
        return IntStream.range(0, stroke.size())
                .mapToObj(i -> point(stroke.get(i), random))
                .toArray(double[][]::new);
    }

    private double[] point(Glyph.Point point, RandomNumbers random) {
        double x = point.x() - 50;
        double y = point.y() - 50;
        return new double[] {
            x0 + xx * x + xy * y + tremble * clipped(random), y0 + yx * x + yy * y + tremble * clipped(random)
        };
    }

    /** Within two deviations: no digit leaves its image, none is turned beyond reading. */
    private static double clipped(RandomNumbers random) {
        return Math.max(-2, Math.min(random.gaussian(), 2));
    }
}
