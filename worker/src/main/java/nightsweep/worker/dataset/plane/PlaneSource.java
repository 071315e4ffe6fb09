package nightsweep.worker.dataset.plane;

import java.util.Arrays;
import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.Features;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.RandomNumbers;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** Points of the plane in the two classes -1 and 1, half of the examples in each (one more in -1 where odd). */
public record PlaneSource(DataSource.Plane plane) implements ExampleSource {
    private static final List<String> LABELS = List.of("-1", "1");
    private static final List<Integer> SHAPE = List.of(2);

    @Override
    public Outline outline() {
        return new Outline(SHAPE, halves(plane.train()), plane.test());
    }

    @Override
    public Decoded read() {
        RandomNumbers random = RandomNumbers.of(plane.seed(), 0);
        int[] train = halves(plane.train());
        int[] test = halves(plane.test());
        double[][][] points = {
            Points.ofClass(plane, 0, train[0] + test[0], random), Points.ofClass(plane, 1, train[1] + test[1], random)
        };
        int[][] lots = {lots(points[0].length, random), lots(points[1].length, random)};
        Selection training = store(points, lots, new int[2], train, random);
        Selection testing = store(points, lots, train, test, random);
        return new Decoded(LABELS, SHAPE, training, testing);
    }

    private static int[] halves(int examples) {
        return new int[] {(examples + 1) / 2, examples / 2};
    }

    private static int[] lots(int points, RandomNumbers random) {
        int[] lots = new int[points];
        for (int i = 0; i < points; i++) {
            lots[i] = i;
        }
        random.shuffle(lots);
        return lots;
    }

    /** Stores the points {@code lots[class][from[class] ..]}, the classes in random order. */
    private static Selection store(double[][][] points, int[][] lots, int[] from, int[] counts, RandomNumbers random) {
        int[] classes = new int[counts[0] + counts[1]];
        Arrays.fill(classes, counts[0], classes.length, 1);
        random.shuffle(classes);
        int[] next = from.clone();
        float[] values = new float[2 * classes.length];
        byte[] labels = new byte[classes.length];
        for (int i = 0; i < classes.length; i++) {
            int label = classes[i];
            double[] point = points[label][lots[label][next[label]++]];
            values[2 * i] = (float) point[0];
            values[2 * i + 1] = (float) point[1];
            labels[i] = (byte) label;
        }
        return new Stored(new Features.Floats(values), labels, 2).all();
    }
}
