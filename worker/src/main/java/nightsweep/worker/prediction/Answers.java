package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.evaluation.CsvText;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.training.Learner;
import nightsweep.worker.training.Learner.TestMode;
import nightsweep.worker.training.Targets;
import nightsweep.worker.training.choice.Engines;

/**
 * A saved model at work on any number of examples, and what it answers as comma-separated values: of each example its number from 0,
 * the class that it is taken for, how much, and how much for every class. The only place that knows these columns. Used by one
 * thread; holds native memory until closed.
 */
public final class Answers implements AutoCloseable {
    /** Examples that go through the network at once: part of what last digits depend on. */
    public static final int BATCH = 1_000;

    private final SavedModel model;
    private final int width;
    private final Targets targets;
    private final Learner learner;

    public Answers(SavedModel model, Engines engines) {
        this.model = model;
        Trial trial = model.trial();
        List<Integer> shape = model.trained().card().shape();
        width = shape.stream().reduce(1, Math::multiplyExact);
        targets = Targets.of(trial.configuration().network().output());
        ExampleSet one = examples(new double[width], 1);
        Dataset like = new Dataset("examples", model.trained().card().labels(), shape, one, Optional.empty(), one, "");
        learner = engines.select(
                        trial.configuration().network(), trial.configuration().training())
                .engine()
                .learner(trial, like);
        learner.start(model.trained().parameters());
    }

    /** Values that an example has. */
    public int width() {
        return width;
    }

    /** The line above the answers, with its end. */
    public static String heading(SavedModel model) {
        List<String> columns = new ArrayList<>(List.of("example", "predicted", "probability"));
        model.trained().card().labels().forEach(label -> columns.add("probability of " + label));
        return new CsvText(columns.toArray(String[]::new)).text();
    }

    /**
     * Answers {@code count} examples of {@link #width} values, unscaled, in lines with their ends.
     *
     * @param values row by row; may be longer
     * @param count at most {@link #BATCH}
     * @param first the number of the first, from 0
     */
    public void answer(double[] values, int count, long first, Appendable out) throws IOException {
        answer(examples(values, count), 0, count, first, out);
    }

    /** Answers all of {@code examples}, under any scaling, numbered from 0. */
    public void answer(ExampleSet examples, Appendable out) throws IOException {
        for (int from = 0; from < examples.size(); from += BATCH) {
            answer(examples, from, Math.min(examples.size(), from + BATCH), from, out);
        }
    }

    private void answer(ExampleSet examples, int from, int to, long first, Appendable out) throws IOException {
        int count = to - from;
        int units = targets.units();
        int[] predictions = new int[count];
        float[] outputs = new float[count * units];
        int[] order = IntStream.range(0, to).toArray();
        learner.test(
                examples.under(model.trained().scale()),
                order,
                from,
                to,
                predictions,
                outputs,
                TestMode.WITHOUT_DROPOUT);
        CsvText lines = CsvText.withoutHeading();
        List<String> labels = model.trained().card().labels();
        Object[] fields = new Object[3 + labels.size()];
        for (int row = 0; row < count; row++) {
            for (int label = 0; label < labels.size(); label++) {
                fields[3 + label] = (double) score(outputs, row, label);
            }
            fields[0] = first + row;
            fields[1] = labels.get(predictions[row]);
            fields[2] = fields[3 + predictions[row]];
            lines.row(fields);
        }
        out.append(lines.text());
    }

    private float score(float[] outputs, int row, int label) {
        if (targets.units() > 1) {
            return outputs[row * targets.units() + label];
        }
        return label == 1 ? outputs[row] : targets.value(0, 0) + targets.value(1, 0) - outputs[row];
    }

    private ExampleSet examples(double[] values, int count) {
        int[] rows = IntStream.range(0, count).toArray();
        return new ExampleSet(
                model.features(Arrays.copyOf(values, count * width)),
                width,
                rows,
                new byte[count],
                ColumnScale.uniform(1, 0));
    }

    @Override
    public void close() {
        learner.close();
    }
}
