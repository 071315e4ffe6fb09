package nightsweep.worker.dataset.source;

import java.util.stream.IntStream;

/**
 * Some stored examples.
 *
 * @param rows where each is stored, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Selection(Stored stored, int[] rows) {

    /** Examples selected. */
    public int size() {
        return rows.length;
    }

    /** The class of the example at {@code place}, from 0. */
    public int label(int place) {
        return stored.labels()[rows[place]] & 0xff;
    }

    /** Of each example the number to predict, in order; none where there are classes. */
    public double[] numbers() {
        return stored.numbers().length == 0
                ? stored.numbers()
                : IntStream.of(rows).mapToDouble(row -> stored.numbers()[row]).toArray();
    }

    /** The same examples with some of their values, in double precision where it is kept. */
    public Selection columns(int[] places) {
        int width = places.length;
        double[] values = new double[rows.length * width];
        byte[] labels = new byte[rows.length];
        for (int place = 0; place < rows.length; place++) {
            labels[place] = stored.labels()[rows[place]];
            for (int column = 0; column < width; column++) {
                values[place * width + column] =
                        stored.features().exactAt(rows[place] * stored.width() + places[column]);
            }
        }
        return new Stored(stored.features().like(values), labels, width).all();
    }

    /** Examples of each class; of all where a number is to be predicted, and there are none. */
    public int[] counts(int classes) {
        int[] counts = new int[Math.max(1, classes)];
        for (int place = 0; place < rows.length; place++) {
            counts[label(place)]++;
        }
        return counts;
    }
}
