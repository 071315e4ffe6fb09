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

    /** Examples of each class. */
    public int[] counts(int classes) {
        int[] counts = new int[classes];
        for (int place = 0; place < rows.length; place++) {
            counts[label(place)]++;
        }
        return counts;
    }
}
