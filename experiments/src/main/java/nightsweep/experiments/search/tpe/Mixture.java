package nightsweep.experiments.search.tpe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;

/** A density over a space: one product of kernels for each point of a group, and the even prior. */
final class Mixture {
    private final Space space;
    private final Map<String, Kernels> kernels = new LinkedHashMap<>();
    private final double[] weights;
    private final double[] logWeights;

    /**
     * @param points of the group
     * @param weights of each point and, last, of the prior; they add up to 1
     */
    Mixture(Space space, List<Point> points, double[] weights) {
        this.space = space;
        this.weights = weights.clone();
        this.logWeights = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            logWeights[i] = StrictMath.log(weights[i]);
        }
        for (SearchAxis axis : space.axes()) {
            List<Optional<String>> values = new ArrayList<>();
            for (Point point : points) {
                values.add(Optional.ofNullable(point.values().get(axis.name())));
            }
            values.add(Optional.empty());
            kernels.put(axis.name(), Kernels.of(axis.domain(), values));
        }
    }

    /** A point, which may be forbidden. */
    Point draw(Draws draws) {
        double share = draws.nextDouble();
        int chosen = 0;
        while (chosen < weights.length - 1 && share >= weights[chosen]) {
            share -= weights[chosen];
            chosen++;
        }
        int kernel = chosen;
        return space.drawn(axis -> kernels(axis.name()).draw(kernel, draws));
    }

    private Kernels kernels(String axis) {
        Kernels found = kernels.get(axis);
        if (found == null) {
            throw new AssertionError(axis);
        }
        return found;
    }

    /** The logarithm of the density, as a multiple of the even one's. */
    double logDensity(Point point) {
        double[] logs = logWeights.clone();
        point.values().forEach((axis, value) -> {
            double[] one = kernels(axis).logDensities(value);
            for (int i = 0; i < logs.length; i++) {
                logs[i] += one[i];
            }
        });
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - most);
        }
        return most + StrictMath.log(sum);
    }
}
