package nightsweep.worker.dataset.plane;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.random.RandomNumbers;

/**
 * How the points of one class lie, as in the TensorFlow Playground (Smilkov et al. 2017). There, noise moves the place at
 * which a point of circle and xor is judged, not the point: near a border some points have the other side's class.
 */
record Points(DataSource.Plane plane, RandomNumbers random) {
    private static final double RADIUS = 5;
    private static final double XOR_PADDING = 0.3;
    private static final double TURNS = 1.75;

    /**
     * One example.
     *
     * @param label 0 or 1
     */
    record Point(double x, double y, int label) {}

    /** Points of one class, in random order. */
    List<Point> ofClass(int label, int points) {
        List<Point> result = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            result.add(
                    switch (plane.shape()) {
                        case CIRCLE -> circle(label);
                        case XOR -> xor(label);
                        case GAUSS -> gauss(label);
                        case SPIRAL -> spiral(label, (double) i / points);
                    });
        }
        random.shuffle(result);
        return result;
    }

    /** Draws as there, half inside and half in the ring, until a point has the class: so both are equally many. */
    private Point circle(int label) {
        while (true) {
            boolean inside = random.below(2) == 1;
            double radius = inside ? random.within(0, RADIUS * 0.5) : random.within(RADIUS * 0.7, RADIUS);
            double angle = random.within(0, 2 * StrictMath.PI);
            double x = radius * StrictMath.sin(angle);
            double y = radius * StrictMath.cos(angle);
            double judgedX = judged(x);
            double judgedY = judged(y);
            boolean one = Math.sqrt(judgedX * judgedX + judgedY * judgedY) < RADIUS * 0.5;
            if (one == (label == 1)) {
                return new Point(x, y, label);
            }
        }
    }

    private Point xor(int label) {
        while (true) {
            double x = padded(random.within(-RADIUS, RADIUS));
            double y = padded(random.within(-RADIUS, RADIUS));
            boolean one = judged(x) * judged(y) >= 0;
            if (one == (label == 1)) {
                return new Point(x, y, label);
            }
        }
    }

    private double judged(double coordinate) {
        return coordinate + plane.noise() * random.within(-RADIUS, RADIUS);
    }

    private static double padded(double coordinate) {
        return coordinate + (coordinate > 0 ? XOR_PADDING : -XOR_PADDING);
    }

    /** Variance 0.5 without noise, 4 at the greatest noise of 0.5. */
    private Point gauss(int label) {
        double deviation = Math.sqrt(0.5 + 7 * plane.noise());
        double centre = label == 1 ? 2 : -2;
        return new Point(centre + deviation * random.gaussian(), centre + deviation * random.gaussian(), label);
    }

    private Point spiral(int label, double along) {
        double radius = along * RADIUS;
        double angle = TURNS * along * 2 * StrictMath.PI + (label == 1 ? 0 : StrictMath.PI);
        return new Point(
                radius * StrictMath.sin(angle) + plane.noise() * random.within(-1, 1),
                radius * StrictMath.cos(angle) + plane.noise() * random.within(-1, 1),
                label);
    }
}
