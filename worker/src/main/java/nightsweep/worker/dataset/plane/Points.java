package nightsweep.worker.dataset.plane;

import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.source.RandomNumbers;

/**
 * How the points of one class lie, as in the TensorFlow Playground (Smilkov et al. 2017). There, noise moves the place at
 * which a point of circle and xor is judged, not the point: near a border some points have the other side's class.
 */
final class Points {
    private static final double RADIUS = 5;
    private static final double XOR_PADDING = 0.3;
    private static final double TURNS = 1.75;

    private Points() {}

    /** Points of one class, {@code (points, 2)}. */
    static double[][] ofClass(DataSource.Plane plane, int label, int points, RandomNumbers random) {
        double[][] result = new double[points][];
        for (int i = 0; i < points; i++) {
            result[i] = switch (plane.shape()) {
                case CIRCLE -> circle(label, plane.noise(), random);
                case XOR -> xor(label, plane.noise(), random);
                case GAUSS -> gauss(label, plane.noise(), random);
                case SPIRAL -> spiral(label, (double) i / points, plane.noise(), random);
            };
        }
        return result;
    }

    /** Draws as there, half inside and half in the ring, until a point has the class: so both classes are equally many. */
    private static double[] circle(int label, double noise, RandomNumbers random) {
        while (true) {
            boolean inside = random.below(2) == 1;
            double radius = inside ? random.within(0, RADIUS * 0.5) : random.within(RADIUS * 0.7, RADIUS);
            double angle = random.within(0, 2 * StrictMath.PI);
            double x = radius * StrictMath.sin(angle);
            double y = radius * StrictMath.cos(angle);
            double judgedX = x + random.within(-RADIUS, RADIUS) * noise;
            double judgedY = y + random.within(-RADIUS, RADIUS) * noise;
            boolean one = Math.sqrt(judgedX * judgedX + judgedY * judgedY) < RADIUS * 0.5;
            if (one == (label == 1)) {
                return new double[] {x, y};
            }
        }
    }

    private static double[] xor(int label, double noise, RandomNumbers random) {
        while (true) {
            double x = padded(random.within(-RADIUS, RADIUS));
            double y = padded(random.within(-RADIUS, RADIUS));
            double judgedX = x + random.within(-RADIUS, RADIUS) * noise;
            double judgedY = y + random.within(-RADIUS, RADIUS) * noise;
            if (judgedX * judgedY >= 0 == (label == 1)) {
                return new double[] {x, y};
            }
        }
    }

    private static double padded(double coordinate) {
        return coordinate + (coordinate > 0 ? XOR_PADDING : -XOR_PADDING);
    }

    /** Variance 0.5 without noise, 4 at the greatest noise of 0.5. */
    private static double[] gauss(int label, double noise, RandomNumbers random) {
        double deviation = Math.sqrt(0.5 + 7 * noise);
        double centre = label == 1 ? 2 : -2;
        return new double[] {centre + deviation * random.gaussian(), centre + deviation * random.gaussian()};
    }

    private static double[] spiral(int label, double along, double noise, RandomNumbers random) {
        double radius = along * RADIUS;
        double angle = TURNS * along * 2 * StrictMath.PI + (label == 1 ? 0 : StrictMath.PI);
        return new double[] {
            radius * StrictMath.sin(angle) + random.within(-1, 1) * noise,
            radius * StrictMath.cos(angle) + random.within(-1, 1) * noise
        };
    }
}
