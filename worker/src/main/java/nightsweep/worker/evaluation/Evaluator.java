package nightsweep.worker.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Learner.TestMode;
import nightsweep.worker.engine.Targets;

/**
 * Runs all examples of a set through a network, in large batches.
 *
 * @param labels the classes' names, in order; none where a number is predicted
 * @param number that is predicted, where it is no class
 */
public record Evaluator(List<String> labels, Optional<NumberTarget> number) {
    private static final int BATCH = 1_000;

    /** Sorting them takes 80 MB. The same in every process, so that a trial has the same results in each. */
    public static final long MOST_SCORES = 4_000_000;

    public Evaluator {
        labels = List.copyOf(labels);
    }

    /** Of classes. */
    public Evaluator(List<String> labels) {
        this(labels, Optional.empty());
    }

    /** Of what a data set's examples are about. */
    public static Evaluator of(Dataset dataset) {
        return new Evaluator(dataset.labels(), dataset.number());
    }

    /**
     * Measures {@code learner} on {@code examples}.
     *
     * @throws InterruptedException if the thread is interrupted; the learner is as it was
     */
    public Evaluation evaluate(Learner learner, ExampleSet examples, TestMode mode) throws InterruptedException {
        return number.isPresent()
                ? predict(learner, examples, mode, number.get()).evaluation()
                : evaluate(learner, examples, mode, Optional.empty());
    }

    /**
     * The same without dropout, and keeps what it gives for each example.
     *
     * @param targets of the learner's output layer
     * @return empty in the place of scores where they would take more than {@value #MOST_SCORES} numbers
     * @throws InterruptedException if the thread is interrupted; the learner is as it was
     */
    public Tested test(Learner learner, ExampleSet examples, Targets targets) throws InterruptedException {
        if (number.isPresent()) {
            return predict(learner, examples, TestMode.WITHOUT_DROPOUT, number.get());
        }
        boolean fits = (long) examples.size() * labels.size() <= MOST_SCORES;
        Optional<ScoreSheet> sheet = fits
                ? Optional.of(new ScoreSheet(labels, targets, examples.size(), Math.min(BATCH, examples.size())))
                : Optional.empty();
        Evaluation evaluation = evaluate(learner, examples, TestMode.WITHOUT_DROPOUT, sheet);
        return new Tested(evaluation, sheet.map(ScoreSheet::scores));
    }

    private Evaluation evaluate(Learner learner, ExampleSet examples, TestMode mode, Optional<ScoreSheet> sheet)
            throws InterruptedException {
        float[] outputs = sheet.map(ScoreSheet::outputs).orElse(Learner.NO_OUTPUTS);
        int size = examples.size();
        int[] order = order(examples);
        int[] predictions = new int[Math.min(BATCH, size)];
        long[][] counts = new long[labels.size()][labels.size()];
        double lossSum = 0;
        for (int from = 0; from < size; from += BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = Math.min(size, from + BATCH);
            BatchScore score = learner.test(examples, order, from, to, predictions, outputs, mode);
            lossSum += score.lossSum();
            for (int example = from; example < to; example++) {
                counts[examples.label(example)][predictions[example - from]]++;
            }
            if (sheet.isPresent()) {
                sheet.get().take(examples, from, to, predictions);
            }
        }
        return new Evaluation(lossSum / size, ConfusionMatrix.of(labels, counts));
    }

    private static Tested predict(Learner learner, ExampleSet examples, TestMode mode, NumberTarget number)
            throws InterruptedException {
        int size = examples.size();
        int[] order = order(examples);
        int[] none = new int[Math.min(BATCH, size)];
        float[] outputs = new float[Math.min(BATCH, size)];
        double[] actual = new double[size];
        double[] predicted = new double[size];
        double lossSum = 0;
        for (int from = 0; from < size; from += BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = Math.min(size, from + BATCH);
            lossSum +=
                    learner.test(examples, order, from, to, none, outputs, mode).lossSum();
            for (int example = from; example < to; example++) {
                actual[example] = examples.number(example);
                predicted[example] = number.number(outputs[example - from]);
            }
        }
        NumberAnswers answers = new NumberAnswers(actual, predicted);
        Evaluation evaluation = new Evaluation(lossSum / size, answers.figures());
        return new Tested(evaluation, Optional.empty(), Optional.of(answers));
    }

    private static int[] order(ExampleSet examples) {
        return IntStream.range(0, examples.size()).toArray();
    }
}
