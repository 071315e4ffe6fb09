package nightsweep.worker.engine.fused.pass;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.stage.DenseStage;

/** What happens at the end of a network: activation, loss, the loss's gradient, and the predicted class. */
public abstract class OutputPass {
    private final DenseStage stage;
    private final Targets targets;

    private double lossSum;
    private int correct;

    OutputPass(Targets targets, DenseStage stage) {
        this.stage = stage;
        this.targets = targets;
    }

    /** The pass of an output layer whose products {@code stage} makes. */
    public static OutputPass of(LayerSpec.Output output, Targets targets, DenseStage stage, Kernels kernels) {
        boolean categorical = output.loss().crossEntropy() || output.loss() == LossName.KL_DIVERGENCE;
        if (output.activation().name() == ActivationName.SOFTMAX) {
            return categorical
                    ? new SoftmaxCrossEntropyPass(targets, stage, kernels)
                    : new SoftmaxPass(output, targets, stage, kernels);
        }
        return output.loss().binaryCrossEntropy() && output.activation().name() == ActivationName.SIGMOID
                ? new SigmoidCrossEntropyPass(output, targets, stage, kernels)
                : new UnitwisePass(output, targets, stage, kernels);
    }

    /** Turns the pre-activations of the first {@code rows} rows into outputs. */
    public abstract void activate(int rows);

    /** The same, and keeps what {@link #propagate} needs. */
    public abstract void activateForTraining(int rows);

    /**
     * The loss of one row.
     *
     * @param largest of several units the one whose output is the largest; it may stand for no class
     */
    abstract double loss(int row, int label, int largest);

    /** Writes {@code factor} times the derivatives of one row's loss by its pre-activations. */
    abstract void propagate(int row, int label, double factor);

    /** The loss of one row as a training has it. */
    double trainingLoss(int row, int label, int largest) {
        return loss(row, label, largest);
    }

    /** Counts one row's loss and whether its prediction is right, and returns the prediction. */
    public final int score(int row, int label) {
        int predicted = predicted(row, label);
        lossSum += loss(row, label, largest(row, predicted));
        return predicted;
    }

    /**
     * The same while training, and writes the derivatives of the row's loss.
     *
     * @param weight how many times its loss counts
     * @param factor of its derivatives beside that
     */
    public final void train(int row, int label, double weight, double factor) {
        lossSum += weight * trainingLoss(row, label, largest(row, predicted(row, label)));
        propagate(row, label, weight * factor);
    }

    private int predicted(int row, int label) {
        int predicted = targets.predicted(ranked(), row * stage.output().stride(), 1);
        if (predicted == label) {
            correct++;
        }
        return predicted;
    }

    private int largest(int row, int predicted) {
        return targets.spare() ? targets.largest(ranked(), row * stage.output().stride(), 1) : predicted;
    }

    /** What {@link Targets#predicted} looks at, laid out as the stage's output. */
    FloatBuffer ranked() {
        return stage.output().floats().values();
    }

    /** What the layer gives, laid out as the stage's output. */
    public FloatBuffer outputs() {
        return stage.output().floats().values();
    }

    /** The sum of the losses since {@link #reset}. */
    public final double lossSum() {
        return lossSum;
    }

    /** The number of right predictions since {@link #reset}. */
    public final int correct() {
        return correct;
    }

    public final void reset() {
        lossSum = 0;
        correct = 0;
    }

    public final DenseStage stage() {
        return stage;
    }

    public final int units() {
        return targets.units();
    }

    final Targets targets() {
        return targets;
    }

    final float target(int label, int unit) {
        return targets.value(label, unit);
    }

    /** Writes one derivative, or zero where it is tiny. */
    final void delta(int row, int unit, double value) {
        float delta = Math.abs(value) < Kernels.TINY ? 0 : (float) value;
        stage.deltas().floats().values().put(row * stage.deltas().stride() + unit, delta);
    }
}
