package nightsweep.worker.dataset.source;

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

    /** Examples of each class. */
    public int[] counts(int classes) {
        int[] counts = new int[classes];
        for (int place = 0; place < rows.length; place++) {
            counts[label(place)]++;
        }
        return counts;
    }
}
