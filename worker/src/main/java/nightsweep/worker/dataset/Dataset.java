package nightsweep.worker.dataset;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Everything a trial trains on and is tested on, decoded, split and with its scaling measured. Immutable and shared by
 * all slots of a process.
 */
public final class Dataset implements Serializable {
    private final String name;
    private final List<String> labels;
    private final List<Integer> shape;
    private final ExampleSet train;
    private final @Nullable ExampleSet validation;
    private final ExampleSet test;
    private final String checksum;
    private final @Nullable TableColumns columns;
    private final @Nullable Preparation preparation;
    private final @Nullable NumberTarget number;

    /** Examples of no table. */
    public Dataset(
            String name,
            List<String> labels,
            List<Integer> shape,
            ExampleSet train,
            Optional<ExampleSet> validation,
            ExampleSet test,
            String checksum) {
        this(name, labels, shape, train, validation, test, checksum, Optional.empty(), Optional.empty());
    }

    /** Examples of classes. */
    public Dataset(
            String name,
            List<String> labels,
            List<Integer> shape,
            ExampleSet train,
            Optional<ExampleSet> validation,
            ExampleSet test,
            String checksum,
            Optional<TableColumns> columns,
            Optional<Preparation> preparation) {
        this(name, labels, shape, train, validation, test, checksum, columns, preparation, Optional.empty());
    }

    /**
     * @param labels the classes' names, in order; none where a number is to be predicted
     * @param shape of one example: (columns), (height, width) or (channels, height, width)
     * @param checksum of the decoded examples before splitting and scaling
     * @param columns of the table that they come from, where they do
     * @param preparation of that table, where its cells were not the numbers that a network takes
     * @param number to be predicted, where it is no class
     */
    public Dataset(
            String name,
            List<String> labels,
            List<Integer> shape,
            ExampleSet train,
            Optional<ExampleSet> validation,
            ExampleSet test,
            String checksum,
            Optional<TableColumns> columns,
            Optional<Preparation> preparation,
            Optional<NumberTarget> number) {
        long values = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (train.width() != values
                || test.width() != values
                || validation.filter(examples -> examples.width() != values).isPresent()) {
            throw new IllegalArgumentException("Examples of shape " + shape + " have " + values + " values, but these "
                    + train.width() + " to train on and " + test.width() + " to test on.");
        }
        if (labels.isEmpty() != number.isPresent()) {
            throw new IllegalArgumentException("A data set has classes, or a number to predict.");
        }
        this.name = name;
        this.labels = List.copyOf(labels);
        this.shape = List.copyOf(shape);
        this.train = number.map(train::towards).orElse(train);
        this.validation = validation
                .map(examples -> number.map(examples::towards).orElse(examples))
                .orElse(null);
        this.test = number.map(test::towards).orElse(test);
        this.checksum = checksum;
        this.columns = columns.orElse(null);
        this.preparation = preparation.orElse(null);
        this.number = number.orElse(null);
    }

    public String name() {
        return name;
    }

    /** The classes' names, in order. */
    public List<String> labels() {
        return labels;
    }

    /** The number to be predicted; empty where it is a class. */
    public Optional<NumberTarget> number() {
        return Optional.ofNullable(number);
    }

    /** How many classes there are; 0 where a number is to be predicted. */
    public int classes() {
        return labels.size();
    }

    /** The shape of one example: (columns), (height, width) or (channels, height, width). */
    public List<Integer> shape() {
        return shape;
    }

    /** What goes into a network for one example. */
    public Shape input() {
        return Shape.of(shape);
    }

    /** Values an example. */
    public int width() {
        return train.width();
    }

    public ExampleSet train() {
        return train;
    }

    /** Examples kept from training to compare trials on; empty where the sweep keeps none. */
    public Optional<ExampleSet> validation() {
        return Optional.ofNullable(validation);
    }

    public ExampleSet test() {
        return test;
    }

    /** Of the decoded examples before splitting and scaling, in hexadecimal. */
    public String checksum() {
        return checksum;
    }

    /** Of the table that the examples come from; empty where they come from something else. */
    public Optional<TableColumns> columns() {
        return Optional.ofNullable(columns);
    }

    /** What became of the table's cells before they were scaled; empty where nothing did. */
    public Optional<Preparation> preparation() {
        return Optional.ofNullable(preparation);
    }
}
