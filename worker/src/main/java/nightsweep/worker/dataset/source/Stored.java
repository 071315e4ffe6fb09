package nightsweep.worker.dataset.source;

import java.util.stream.IntStream;

/**
 * The examples of one file, or of one run of a generator, in their order.
 *
 * @param features {@code (examples, width)}
 * @param labels the class of each example, from 0, as an unsigned byte; 0 where a number is to be predicted
 * @param width values an example, 1 or more
 * @param origins what people call each
 * @param numbers of each example the one to predict; none where there are classes
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all views of it; never compared
public record Stored(Features features, byte[] labels, int width, Origins origins, double[] numbers) {
    public Stored {
        if (width < 1 || features.length() != (long) labels.length * width) {
            throw new IllegalArgumentException(
                    labels.length + " examples of " + width + " values are not " + features.length() + " values.");
        }
        if (numbers.length != 0 && numbers.length != labels.length) {
            throw new IllegalArgumentException(
                    numbers.length + " numbers to predict are not those of " + labels.length + " examples.");
        }
    }

    /** Examples of classes. */
    public Stored(Features features, byte[] labels, int width, Origins origins) {
        this(features, labels, width, origins, new double[0]);
    }

    /** Examples of classes that nobody can look up. */
    public Stored(Features features, byte[] labels, int width) {
        this(features, labels, width, new Origins.Nowhere());
    }

    /** All of them. */
    public Selection all() {
        return new Selection(this, IntStream.range(0, labels.length).toArray());
    }
}
