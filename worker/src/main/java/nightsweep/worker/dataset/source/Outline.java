package nightsweep.worker.dataset.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.ColumnFacts;
import nightsweep.experiments.dataset.DataRemark;

/**
 * What can be said of a source without reading its values.
 *
 * @param labels the classes' names, in order
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param trainCounts training examples of each class
 * @param testCounts test examples of each class
 * @param remarks what is doubtful about it
 * @param notes how it was read, where that was found out rather than said, in sentences
 * @param columns of the training table; none where it is no table
 * @param raw the rows of a table that has to be prepared, which are read already
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Outline(
        List<String> labels,
        List<Integer> shape,
        int[] trainCounts,
        int[] testCounts,
        List<DataRemark> remarks,
        List<String> notes,
        List<ColumnFacts> columns,
        Optional<Decoded> raw) {
    public Outline {
        labels = List.copyOf(labels);
        shape = List.copyOf(shape);
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    /** Of data that are read in one way only. */
    public Outline(
            List<String> labels, List<Integer> shape, int[] trainCounts, int[] testCounts, List<DataRemark> remarks) {
        this(labels, shape, trainCounts, testCounts, remarks, List.of(), List.of(), Optional.empty());
    }

    /** The same of a table, and how it was read. */
    public Outline with(List<String> told, List<ColumnFacts> found, Decoded table) {
        return new Outline(
                labels,
                shape,
                trainCounts,
                testCounts,
                remarks,
                told,
                found,
                table.schema().map(schema -> table));
    }

    /** Of all classes. */
    public int testExamples() {
        return Arrays.stream(testCounts).sum();
    }
}
