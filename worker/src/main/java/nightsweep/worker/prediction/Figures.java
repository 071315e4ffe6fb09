package nightsweep.worker.prediction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.KnownExamples;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.SavedModel;

/**
 * A saved model measured on labelled examples, batch by batch. Used by one thread; holds native memory until closed.
 */
public final class Figures implements Batches, AutoCloseable {
    private final ModelAtWork model;
    private final List<KnownExamples> known;
    private final long[][] counts;
    private final long[] recognized;
    private final List<Double> lossSums = new ArrayList<>();

    /** @param known sets of examples of which it counts those that it meets */
    public Figures(SavedModel model, Engines engines, List<KnownExamples> known) {
        this.model = new ModelAtWork(model, engines);
        this.known = List.copyOf(known);
        int classes = this.model.labels().size();
        counts = new long[classes][classes];
        recognized = new long[known.size()];
    }

    /**
     * What is known of some neighbouring batches. Kept apart, batches' losses are added in the same order however many parts
     * there are.
     *
     * @param lossSums of each batch
     * @param counts {@code (actual, predicted)}
     * @param recognized of each set of known examples, how many there were
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sums(List<Double> lossSums, long[][] counts, long[] recognized) implements Serializable {
        public Sums {
            lossSums = List.copyOf(lossSums);
        }

        /** Those of all batches of {@code parts}, which follow each other. */
        public static Sums of(List<Sums> parts) {
            List<Double> lossSums = new ArrayList<>();
            Sums first = parts.get(0);
            long[][] counts = new long[first.counts.length][first.counts.length];
            long[] recognized = new long[first.recognized.length];
            for (Sums part : parts) {
                lossSums.addAll(part.lossSums);
                for (int actual = 0; actual < counts.length; actual++) {
                    add(part.counts[actual], counts[actual]);
                }
                add(part.recognized, recognized);
            }
            return new Sums(lossSums, counts, recognized);
        }

        private static void add(long[] more, long[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += more[i];
            }
        }

        /** How many there were of each set of known examples. */
        public List<Long> recognizedOfEach() {
            return Arrays.stream(recognized).boxed().toList();
        }

        /** The figures of a model with these classes; its loss is not a number without examples. */
        public Evaluation evaluation(List<String> labels) {
            ConfusionMatrix confusion = ConfusionMatrix.of(labels, counts);
            double sum = 0;
            for (double batch : lossSums) {
                sum += batch;
            }
            return new Evaluation(sum / confusion.examples(), confusion);
        }
    }

    @Override
    public void take(double[] values, byte[] labels, int count, long first) {
        ExampleSet examples = model.examples(values, labels, count);
        int[] predictions = new int[count];
        lossSums.add(
                model.test(examples, 0, count, predictions, Learner.NO_OUTPUTS).lossSum());
        for (int example = 0; example < count; example++) {
            counts[examples.label(example)][predictions[example]]++;
        }
        for (int set = 0; set < recognized.length; set++) {
            recognized[set] += known.get(set).count(examples);
        }
    }

    /** Values that an example has. */
    public int width() {
        return model.width();
    }

    /** Of all that it was given. */
    public Sums sums() {
        return new Sums(lossSums, counts, recognized);
    }

    @Override
    public void close() {
        model.close();
    }
}
