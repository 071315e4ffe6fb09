package nightsweep.worker.dataset.source;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.TableColumns;

/**
 * Every example of a source, unscaled, before limits and the validation split.
 *
 * @param labels the classes' names, in order; none where a number is to be predicted
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param test of the same storage as {@code train} where both come from one file
 * @param columns of the table that they come from, where they do
 * @param schema of a table that has to be prepared; else features are what a network takes
 * @param number what a number to predict is called; empty where there are classes
 * @param keys of the stored training examples, where not every one may be kept for validation by itself
 */
public record Decoded(
        List<String> labels,
        List<Integer> shape,
        Selection train,
        Selection test,
        Optional<TableColumns> columns,
        Optional<TableSchema> schema,
        Optional<String> number,
        Optional<RowKeys> keys) {
    public Decoded {
        labels = List.copyOf(labels);
        shape = List.copyOf(shape);
    }

    /** Examples of classes. */
    public Decoded(
            List<String> labels,
            List<Integer> shape,
            Selection train,
            Selection test,
            Optional<TableColumns> columns,
            Optional<TableSchema> schema) {
        this(labels, shape, train, test, columns, schema, Optional.empty(), Optional.empty());
    }

    /** Examples of no table. */
    public Decoded(List<String> labels, List<Integer> shape, Selection train, Selection test) {
        this(labels, shape, train, test, Optional.empty(), Optional.empty());
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
