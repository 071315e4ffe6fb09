package nightsweep.experiments.search.gp;

import java.util.List;
import nightsweep.experiments.search.space.Domain;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;

/**
 * Points as numbers, one an axis. Ordered values lie from 0 to 1; two unordered ones are 1 apart, and so are having a value
 * and having none.
 */
final class Coordinates {
    private final List<SearchAxis> axes;
    private final double[] first;
    private final double[] width;

    Coordinates(Space space) {
        this.axes = space.axes();
        this.first = new double[axes.size()];
        this.width = new double[axes.size()];
        for (int i = 0; i < first.length; i++) {
            Domain domain = axes.get(i).domain();
            first[i] = domain.place(domain.at(0));
            width[i] = domain.place(domain.at(1)) - first[i];
        }
    }

    int dimensions() {
        return axes.size();
    }

    /** NaN where there is no value. */
    double[] of(Point point) {
        double[] coordinates = new double[first.length];
        for (int i = 0; i < coordinates.length; i++) {
            String value = point.values().get(axes.get(i).name());
            coordinates[i] = value == null
                    ? Double.NaN
                    : width[i] == 0 ? 0 : (axes.get(i).domain().place(value) - first[i]) / width[i];
        }
        return coordinates;
    }

    /** How far two points are apart on one axis, squared. */
    double squared(int axis, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) == Double.isNaN(b) ? 0 : 1;
        }
        if (axes.get(axis).domain().ordered()) {
            return (a - b) * (a - b);
        }
        return a == b ? 0 : 1;
    }
}
