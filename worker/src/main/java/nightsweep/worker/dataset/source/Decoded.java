package nightsweep.worker.dataset.source;

import java.util.List;
import nightsweep.experiments.dataset.DataRemark;

/**
 * Every example of a source, unscaled, before limits and the validation split.
 *
 * @param labels the classes' names, in order
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param test of the same storage as {@code train} where both come from one file
 */
public record Decoded(List<String> labels, List<Integer> shape, Selection train, Selection test) {
    public Decoded {
        labels = List.copyOf(labels);
        shape = List.copyOf(shape);
    }

    /** What is known of it without its values. */
    public Outline outline() {
        return outline(List.of());
    }

    /** What is known of it without its values, and what is doubtful. */
    public Outline outline(List<DataRemark> remarks) {
        int classes = labels.size();
        return new Outline(labels, shape, train.counts(classes), test.counts(classes), remarks);
    }
}
