package nightsweep.worker.border;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.ExampleSet;

/**
 * An example of two features, unscaled.
 *
 * @param label its class, from 0
 */
record Point(double x, double y, int label) {

    /** Every example. */
    static List<Point> of(ExampleSet examples) {
        return of(examples, examples.size());
    }

    /** At most {@code most}, spread evenly over the set. */
    static List<Point> of(ExampleSet examples, int most) {
        int step = Math.max(1, (examples.size() + most - 1) / most);
        int[] order =
                IntStream.iterate(0, i -> i < examples.size(), i -> i + step).toArray();
        FloatBuffer values = FloatBuffer.allocate(2 * order.length);
        examples.under(ColumnScale.uniform(1, 0)).gather(order, 0, order.length, values);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            points.add(new Point(values.get(2 * i), values.get(2 * i + 1), examples.label(order[i])));
        }
        return points;
    }
}
