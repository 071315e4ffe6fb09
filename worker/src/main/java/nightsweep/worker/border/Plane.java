package nightsweep.worker.border;

import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;

/**
 * A grid of {@value #SIDE} x {@value #SIDE} cells that covers all examples of a data set of two features, with a margin.
 * Everything is in the data's own numbers, unscaled.
 *
 * @param left the least first feature that it covers
 * @param bottom the least second feature
 */
public record Plane(double left, double bottom, double width, double height) {
    /** Cells a side. */
    public static final int SIDE = 100;

    private static final double MARGIN = 0.08;

    /** Features whose ranges differ by less are drawn to the same scale, so that a circle is one. */
    private static final double ALIKE = 2;

    /** The plane of a data set; empty where its examples do not have two features. */
    public static Optional<Plane> of(Dataset dataset) {
        if (dataset.shape().size() != 1 || dataset.width() != 2) {
            return Optional.empty();
        }
        Range first = new Range();
        Range second = new Range();
        Stream.concat(Stream.of(dataset.train(), dataset.test()), dataset.validation().stream())
                .forEach(examples -> {
                    for (Point point : Point.of(examples)) {
                        first.take(point.x());
                        second.take(point.y());
                    }
                });
        double width = first.width();
        double height = second.width();
        if (Math.max(width, height) < ALIKE * Math.min(width, height)) {
            width = Math.max(width, height);
            height = width;
        }
        width *= 1 + 2 * MARGIN;
        height *= 1 + 2 * MARGIN;
        return Optional.of(new Plane(first.middle() - width / 2, second.middle() - height / 2, width, height));
    }

    /** The first feature in the middle of a column, from 0 at the left. */
    public double x(int column) {
        return left + (column + 0.5) * width / SIDE;
    }

    /** The second feature in the middle of a row, from 0 at the top. */
    public double y(int row) {
        return bottom + height - (row + 0.5) * height / SIDE;
    }

    /** The middles of all cells as examples of the first class, row by row from the top. */
    ExampleSet cells(ColumnScale scale) {
        float[] values = new float[2 * SIDE * SIDE];
        int[] rows = new int[SIDE * SIDE];
        for (int cell = 0; cell < rows.length; cell++) {
            values[2 * cell] = (float) x(cell % SIDE);
            values[2 * cell + 1] = (float) y(cell / SIDE);
            rows[cell] = cell;
        }
        return new ExampleSet(new Features.Floats(values), 2, rows, new byte[rows.length], scale);
    }

    /** From the least number to the greatest. */
    private static final class Range {
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void take(double value) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }

        double middle() {
            return (least + greatest) / 2;
        }

        /** Of one number only, 1. */
        double width() {
            return greatest > least ? greatest - least : 1;
        }
    }
}
