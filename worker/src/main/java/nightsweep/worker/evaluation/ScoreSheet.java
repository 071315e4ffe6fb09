package nightsweep.worker.evaluation;

import java.util.List;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Targets;

/** Gathers what a network gives, batch by batch. Used for one pass. */
final class ScoreSheet {
    private final Targets targets;
    private final float[] outputs;
    private final int[] actual;
    private final int[] predicted;
    private final float[] scores;
    private final List<String> labels;

    /** @param rows the most examples in a batch */
    ScoreSheet(List<String> labels, Targets targets, int examples, int rows) {
        this.labels = labels;
        this.targets = targets;
        outputs = new float[Math.multiplyExact(rows, targets.units())];
        actual = new int[examples];
        predicted = new int[examples];
        scores = new float[Math.multiplyExact(examples, labels.size())];
    }

    /** Where a learner writes the outputs of the next batch. */
    float[] outputs() {
        return outputs;
    }

    /** Takes the examples {@code [from, to)}, whose outputs have been written. */
    void take(ExampleSet examples, int from, int to, int[] predictions) {
        for (int example = from; example < to; example++) {
            actual[example] = examples.label(example);
            predicted[example] = predictions[example - from];
            write(example, (example - from) * targets.units());
        }
    }

    private void write(int example, int at) {
        int classes = labels.size();
        if (targets.units() == 1) {
            float sum = targets.value(0, 0) + targets.value(1, 0);
            scores[example * classes] = sum - outputs[at];
            scores[example * classes + 1] = outputs[at];
        } else {
            System.arraycopy(outputs, at, scores, example * classes, classes);
        }
    }

    TestScores scores() {
        return new TestScores(labels, actual, predicted, scores);
    }
}
