package nightsweep.worker.dataset.plane;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** Points of the plane in the two classes -1 and 1, half of the examples in each (one more in -1 where odd). */
public record PlaneSource(DataSource.Plane plane) implements ExampleSource {
    private static final List<String> LABELS = List.of("-1", "1");
    private static final List<Integer> SHAPE = List.of(2);

    @Override
    public Outline outline() {
        return new Outline(LABELS, SHAPE, counts(plane.train()), counts(plane.test()), List.of());
    }

    private static int[] counts(int points) {
        return new int[] {points - points / 2, points / 2};
    }

    /** Points are drawn for training and testing together: those of a spiral lie at even distances along it. */
    @Override
    public Decoded read() {
        RandomNumbers random = RandomNumbers.of(plane.seed(), 0);
        List<Points.Point> train = new ArrayList<>();
        List<Points.Point> test = new ArrayList<>();
        for (int label = 0; label < LABELS.size(); label++) {
            int training = label == 1 ? plane.train() / 2 : plane.train() - plane.train() / 2;
            int testing = label == 1 ? plane.test() / 2 : plane.test() - plane.test() / 2;
            List<Points.Point> points = new Points(plane, random).ofClass(label, training + testing);
            train.addAll(points.subList(0, training));
            test.addAll(points.subList(training, points.size()));
        }
        random.shuffle(train);
        random.shuffle(test);
        return new Decoded(LABELS, SHAPE, store(train), store(test));
    }

    private static Selection store(List<Points.Point> points) {
        float[] values = new float[2 * points.size()];
        byte[] labels = new byte[points.size()];
        for (int i = 0; i < labels.length; i++) {
            Points.Point point = points.get(i);
            values[2 * i] = (float) point.x();
            values[2 * i + 1] = (float) point.y();
            labels[i] = (byte) point.label();
        }
        return new Stored(new Features.Floats(values), labels, 2).all();
    }
}
