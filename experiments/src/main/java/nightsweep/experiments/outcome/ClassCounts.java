package nightsweep.experiments.outcome;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What the scores of classes are made of: of a confusion matrix its diagonal, and the sums of its rows and columns. */
public final class ClassCounts {
    private final List<String> labels;
    private final long[] right;
    private final long[] predicted;
    private final long[] support;

    private ClassCounts(List<String> labels, long[] right, long[] predicted, long[] support) {
        this.labels = labels;
        this.right = right;
        this.predicted = predicted;
        this.support = support;
    }

    static ClassCounts of(ConfusionMatrix confusion) {
        int classes = confusion.labels().size();
        long[] right = new long[classes];
        long[] predicted = new long[classes];
        long[] support = new long[classes];
        for (int i = 0; i < classes; i++) {
            List<Long> row = confusion.counts().get(i);
            right[i] = row.get(i);
            for (int j = 0; j < classes; j++) {
                long count = row.get(j);
                predicted[j] += count;
                support[i] += count;
            }
        }
        return new ClassCounts(confusion.labels(), right, predicted, support);
    }

    /** The same where {@code equal}, which must equal its labels, stand in their place: lists of many can be one. */
    public ClassCounts labelled(List<String> equal) {
        return new ClassCounts(equal, right, predicted, support);
    }

    /** The classes' names, in order. */
    public List<String> labels() {
        return labels;
    }

    /** The scores of each class, in order. */
    public List<ClassScores> classes() {
        return IntStream.range(0, labels.size()).mapToObj(this::scores).toList();
    }

    /** How many examples a class has, by its place. */
    public long support(int place) {
        return support[place];
    }

    /** The scores of a class by its place. */
    public ClassScores scores(int place) {
        return ClassScores.of(labels.get(place), right[place], predicted[place], support[place]);
    }

    /**
     * The mean of the classes' scores, each class counting the same that has examples or was predicted, as in scikit-learn;
     * 0 without examples.
     */
    public ClassScores macroAverage() {
        List<ClassScores> present = IntStream.range(0, labels.size())
                .filter(i -> support[i] + predicted[i] > 0)
                .mapToObj(this::scores)
                .toList();
        return ClassScores.average("macro average", present.isEmpty() ? classes() : present, scores -> 1);
    }

    /** The mean of the classes' scores, each class counting as often as it has examples. */
    public ClassScores weightedAverage() {
        return ClassScores.average("weighted average", classes(), ClassScores::support);
    }

    /** The mean of the recalls of the classes that have examples; NaN without examples. */
    public double balancedAccuracy() {
        return IntStream.range(0, labels.size())
                .filter(i -> support[i] > 0)
                .mapToDouble(i -> (double) right[i] / support[i])
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Matthews's correlation coefficient of the classes and what they were taken for, -1..1, for any number of classes (Gorodkin 2004,
     * Comparing two K-category assignments by a K-category correlation coefficient); 0 where all are of one class, or taken for
     * one; NaN without examples.
     */
    public double matthewsCorrelation() {
        double examples = sum(support);
        double agreement = sum(right) * examples - products(support, predicted);
        double spread = (examples * examples - products(predicted, predicted))
                * (examples * examples - products(support, support));
        return examples == 0 ? Double.NaN : spread == 0 ? 0 : agreement / Math.sqrt(spread);
    }

    /**
     * Cohen's kappa of the classes and what they were taken for (Cohen 1960), at most 1, and 0 where they agree as often as by
     * chance; NaN where chance explains all, and without examples.
     */
    public double cohensKappa() {
        double examples = sum(support);
        double chance = products(support, predicted);
        return (examples * sum(right) - chance) / (examples * examples - chance);
    }

    private static double sum(long[] counts) {
        return LongStream.of(counts).sum();
    }

    /** Of two lists of counts, place by place, summed. */
    private static double products(long[] a, long[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }
}
