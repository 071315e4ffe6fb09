package nightsweep.experiments.dataset;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.network.Shape;

/**
 * What is known of a data set before anything is trained on it.
 *
 * @param width values an example
 * @param classes that labels tell apart; 0 where a number is to be predicted
 * @param trainExamples after limits, and after validation was split off
 * @param validationExamples 0 where none are kept
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param remarks what is doubtful about it, whatever is trained on it
 * @param notes how it was read, where that was found out rather than said, in sentences
 * @param labels the classes' names, in order; empty where they are not known
 * @param columns of the training table, in order, the label among them; none where it is no table
 */
public record DatasetFacts(
        int width,
        int classes,
        int trainExamples,
        int validationExamples,
        int testExamples,
        List<Integer> shape,
        List<DataRemark> remarks,
        List<String> notes,
        List<String> labels,
        List<ColumnFacts> columns) {
    public DatasetFacts {
        labels = List.copyOf(labels);
        shape = List.copyOf(shape);
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        Checks.positive("width", width);
        Checks.notNegative("classes", classes);
        Checks.notNegative("train-examples", trainExamples);
        Checks.notNegative("validation-examples", validationExamples);
        Checks.notNegative("test-examples", testExamples);
    }

    /** Facts of data that are no table. */
    public DatasetFacts(
            int width,
            int classes,
            int trainExamples,
            int validationExamples,
            int testExamples,
            List<Integer> shape,
            List<DataRemark> remarks,
            List<String> notes,
            List<String> labels) {
        this(width, classes, trainExamples, validationExamples, testExamples, shape, remarks, notes, labels, List.of());
    }

    /** Facts of data that were read as they always are. */
    public DatasetFacts(
            int width,
            int classes,
            int trainExamples,
            int validationExamples,
            int testExamples,
            List<Integer> shape,
            List<DataRemark> remarks) {
        this(width, classes, trainExamples, validationExamples, testExamples, shape, remarks, List.of(), List.of());
    }

    /** Facts of data about which nothing is doubtful. */
    public DatasetFacts(
            int width, int classes, int trainExamples, int validationExamples, int testExamples, List<Integer> shape) {
        this(width, classes, trainExamples, validationExamples, testExamples, shape, List.of());
    }

    /** Whether a number is to be predicted, and no class. */
    public boolean predictsNumber() {
        return classes == 0;
    }

    /** What goes into a network for one example. */
    public Shape input() {
        return Shape.of(shape);
    }
}
