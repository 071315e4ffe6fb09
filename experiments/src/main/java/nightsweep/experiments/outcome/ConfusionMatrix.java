package nightsweep.experiments.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each.
 *
 * @param labels the classes' names, in order
 * @param counts {@code counts: (actual, predicted)}, each 0 or more
 */
public record ConfusionMatrix(List<String> labels, List<List<Long>> counts) {
    /** Of no classes: where a number is predicted. */
    public static final ConfusionMatrix NONE = new ConfusionMatrix(List.of(), List.of());

    public ConfusionMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
        int classes = labels.size();
        boolean square = counts.size() == classes;
        for (List<Long> row : counts) {
            square &= row.size() == classes;
            for (long count : row) {
                if (count < 0) {
                    throw new IllegalArgumentException("Counts must not be negative.");
                }
            }
        }
        if (!square) {
            throw new IllegalArgumentException("A confusion matrix of " + classes + " classes is square.");
        }
    }

    /** The matrix of the counts in {@code counts: (actual, predicted)}. */
    public static ConfusionMatrix of(List<String> labels, long[][] counts) {
        return new ConfusionMatrix(
                labels,
                IntStream.range(0, counts.length)
                        .mapToObj(row -> Arrays.stream(counts[row]).boxed().toList())
                        .toList());
    }

    /** Examples of {@code actual} that were taken for {@code predicted}. */
    public long count(int actual, int predicted) {
        return counts.get(actual).get(predicted);
    }

    /** All examples. */
    public long examples() {
        long examples = 0;
        for (int actual = 0; actual < labels.size(); actual++) {
            examples += support(actual);
        }
        return examples;
    }

    /** Examples of a class. */
    public long support(int actual) {
        long support = 0;
        for (long count : counts.get(actual)) {
            support += count;
        }
        return support;
    }

    /** Examples that were taken for a class. */
    public long predicted(int predicted) {
        long sum = 0;
        for (List<Long> row : counts) {
            sum += row.get(predicted);
        }
        return sum;
    }

    /** The share of examples that were taken for what they are; NaN without examples. */
    public double accuracy() {
        long right = 0;
        for (int i = 0; i < labels.size(); i++) {
            right += count(i, i);
        }
        return (double) right / examples();
    }

    /** What the scores of its classes are made of. */
    public ClassCounts classCounts() {
        return ClassCounts.of(this);
    }

    /** The scores of each class, in order. */
    public List<ClassScores> classes() {
        return classCounts().classes();
    }

    /**
     * The mean of the classes' scores, each class counting the same that has examples or was predicted, as in scikit-learn;
     * 0 without examples.
     */
    public ClassScores macroAverage() {
        return classCounts().macroAverage();
    }

    /** The mean of the classes' scores, each class counting as often as it has examples. */
    public ClassScores weightedAverage() {
        return classCounts().weightedAverage();
    }
}
