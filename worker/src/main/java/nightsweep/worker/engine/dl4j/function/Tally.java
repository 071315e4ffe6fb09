package nightsweep.worker.engine.dl4j.function;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.TrainingTargets;

/** What a network made of one minibatch, noted down by its loss function in passing. */
public final class Tally {
    private final Targets targets;
    private int[] labels = {};
    private int[] predictions = {};
    private float[] outputs = Learner.NO_OUTPUTS;
    private int correct;
    private double lossSum = Double.NaN;
    private TrainingTargets wanted;

    public Tally(Targets targets) {
        this.targets = targets;
        wanted = TrainingTargets.plain(targets);
    }

    /** Begins a minibatch: {@code labels} of at least as many examples as it has, {@code predictions} to be filled in. */
    public void begin(int[] labels, int[] predictions, TrainingTargets wanted) {
        begin(labels, predictions, Learner.NO_OUTPUTS, wanted);
    }

    /** The same, with {@code outputs} to be filled in unless it is empty. */
    public void begin(int[] labels, int[] predictions, float[] outputs, TrainingTargets wanted) {
        this.wanted = wanted;
        this.labels = labels;
        this.predictions = predictions;
        this.outputs = outputs;
        correct = 0;
        lossSum = Double.NaN;
    }

    boolean wantsOutputs() {
        return outputs.length > 0;
    }

    /** Notes what the output layer gives. */
    void keep(float[] given) {
        System.arraycopy(given, 0, outputs, 0, given.length);
    }

    int label(int row) {
        return labels[row];
    }

    /** What the pass is to come to. */
    TrainingTargets wanted() {
        return wanted;
    }

    /** How many times the loss of a row counts in the pass. */
    double weight(int row) {
        return wanted.weight(labels[row]);
    }

    /** Notes what predictions are made from, {@code (examples, units)}. */
    void rank(float[] ranked) {
        FloatBuffer buffer = FloatBuffer.wrap(ranked);
        int rows = ranked.length / targets.units();
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

    public BatchScore score() {
        return new BatchScore(lossSum, correct);
    }
}
