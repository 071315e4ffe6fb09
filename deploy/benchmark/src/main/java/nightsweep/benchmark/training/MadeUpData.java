package nightsweep.benchmark.training;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;

/** Random examples of any width: enough to time a step on, and nothing to learn from. */
final class MadeUpData {
    static final DatasetSpec SPEC = new DatasetSpec(new DataSource.Folder("made-up"), new Scaling.None(), 0, 0, 0);

    private static final int EXAMPLES = 2_048;

    private MadeUpData() {}

    /** @param outputs units of the output layer: one of them tells two classes apart */
    static Dataset of(int width, int outputs) {
        return of(new Shape.Row(width), outputs);
    }

    /** @param outputs units of the output layer: one of them tells two classes apart */
    static Dataset of(Shape shape, int outputs) {
        int width = shape.values();
        int classes = Math.max(2, outputs);
        SplittableRandom random = new SplittableRandom(42);
        float[] values = new float[EXAMPLES * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        byte[] labels = new byte[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            labels[i] = (byte) (i % classes);
        }
        int[] rows = IntStream.range(0, EXAMPLES).toArray();
        ExampleSet examples =
                new ExampleSet(new Features.Floats(values), width, rows, labels, ColumnScale.uniform(1, 0));
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new Dataset("made-up", names, sizes(shape), examples, Optional.empty(), examples, "");
    }

    private static List<Integer> sizes(Shape shape) {
        return shape instanceof Shape.Planes planes
                ? List.of(planes.channels(), planes.height(), planes.width())
                : List.of(shape.values());
    }
}
