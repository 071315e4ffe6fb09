package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.SavedModel;

/**
 * A saved model at work on any number of examples, and what it answers. Used by one thread; holds native memory until
 * closed.
 */
public final class Answers implements AutoCloseable {
    private final ModelAtWork model;

    public Answers(SavedModel model, Engines engines) {
        this.model = new ModelAtWork(model, engines);
    }

    /** Values that an example has. */
    public int width() {
        return model.width();
    }

    /**
     * What is said of some examples.
     *
     * @param first the number of the first, from 0
     * @param predicted the class that each is taken for, from 0
     * @param scores {@code (examples, classes)}: how much each is taken for each class; of a model that predicts a number what the
     *     network gives for each example, before it is put in the number's unit
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Batch(long first, int[] predicted, float[] scores) {}

    /** Takes what is said of examples, batch by batch in their order. */
    public interface Table {
        void take(Batch answered) throws IOException;
    }

    /** Answers what it is given, into {@code table}. */
    public Batches into(Table table) {
        return (values, labels, count, first) ->
                table.take(answer(model.examples(values, labels, count), 0, count, first));
    }

    /** Answers all of {@code examples}, under any scaling, numbered from 0. */
    public void answer(ExampleSet examples, Table table) throws IOException {
        for (int from = 0; from < examples.size(); from += Batches.MOST) {
            table.take(answer(examples, from, Math.min(examples.size(), from + Batches.MOST), from));
        }
    }

    private Batch answer(ExampleSet examples, int from, int to, long first) {
        int count = to - from;
        int classes = model.labels().size();
        int[] predictions = new int[count];
        float[] outputs = new float[count * model.targets().units()];
        model.test(examples, from, to, predictions, outputs);
        if (model.number().isPresent()) {
            return new Batch(first, predictions, outputs);
        }
        float[] scores = new float[count * classes];
        for (int row = 0; row < count; row++) {
            for (int label = 0; label < classes; label++) {
                scores[row * classes + label] = score(outputs, row, label);
            }
        }
        return new Batch(first, predictions, scores);
    }

    private float score(float[] outputs, int row, int label) {
        Targets targets = model.targets();
        if (targets.units() > 1) {
            return outputs[row * targets.units() + label];
        }
        return label == 1 ? outputs[row] : targets.value(0, 0) + targets.value(1, 0) - outputs[row];
    }

    /** The names of the columns of a table of answers: the first three, then one a class. */
    static List<String> columns(List<String> labels) {
        List<String> columns = new ArrayList<>(List.of("example", "predicted", "probability"));
        labels.forEach(label -> columns.add("probability of " + label));
        return columns;
    }

    @Override
    public void close() {
        model.close();
    }
}
