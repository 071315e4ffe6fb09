package nightsweep.worker.training.dl4j;

import java.nio.FloatBuffer;
import nightsweep.worker.training.BatchScore;
import nightsweep.worker.training.Targets;

/** What a network made of one minibatch, noted down by its loss function in passing. */
final class Tally {
    private final Targets targets;
    private int[] labels = {};
    private int[] predictions = {};
    private int correct;
    private double lossSum = Double.NaN;

    Tally(Targets targets) {
        this.targets = targets;
    }

    /** Begins a minibatch: {@code labels} of at least as many examples as it has, {@code predictions} to be filled in. */
    void begin(int[] labels, int[] predictions) {
        this.labels = labels;
        this.predictions = predictions;
        correct = 0;
        lossSum = Double.NaN;
    }

    int label(int row) {
        return labels[row];
    }

    /** Notes {@code outputs: (examples, units)}. */
    void outputs(float[] outputs) {
        FloatBuffer buffer = FloatBuffer.wrap(outputs);
        int rows = outputs.length / targets.units();
        correct = 0;
        for (int row = 0; row < rows; row++) {
            predictions[row] = targets.predicted(buffer, row * targets.units(), 1);
            if (predictions[row] == labels[row]) {
                correct++;
            }
        }
    }

    /** Notes the sum of the examples' losses. */
    void loss(double sum) {
        lossSum = sum;
    }

    BatchScore score() {
        return new BatchScore(lossSum, correct);
    }
}
