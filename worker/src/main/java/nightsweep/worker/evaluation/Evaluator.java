package nightsweep.worker.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.training.BatchScore;
import nightsweep.worker.training.Learner;
import nightsweep.worker.training.Learner.TestMode;

/**
 * Runs all examples of a set through a network, in large batches.
 *
 * @param labels the classes' names, in order
 */
public record Evaluator(List<String> labels) {
    private static final int BATCH = 1_000;

    public Evaluator {
        labels = List.copyOf(labels);
    }

    /**
     * Measures {@code learner} on {@code examples}.
     *
     * @throws InterruptedException if the thread is interrupted; the learner is as it was
     */
    public Evaluation evaluate(Learner learner, ExampleSet examples, TestMode mode) throws InterruptedException {
        int size = examples.size();
        int[] order = IntStream.range(0, size).toArray();
        int[] predictions = new int[Math.min(BATCH, size)];
        long[][] counts = new long[labels.size()][labels.size()];
        double lossSum = 0;
        for (int from = 0; from < size; from += BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = Math.min(size, from + BATCH);
            BatchScore score = learner.test(examples, order, from, to, predictions, mode);
            lossSum += score.lossSum();
            for (int example = from; example < to; example++) {
                counts[examples.label(example)][predictions[example - from]]++;
            }
        }
        return new Evaluation(lossSum / size, ConfusionMatrix.of(labels, counts));
    }
}
