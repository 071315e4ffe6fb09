package nightsweep.worker.engine.fused.pass;

import java.nio.FloatBuffer;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.stage.DenseStage;

/**
 * Softmax with the cross-entropy of one-hot targets, by whatever name: the gradient is {@code p - y}. The loss comes from
 * pre-activations, so that a probability too small for a number still costs what it costs.
 */
final class SoftmaxCrossEntropyPass extends OutputPass {
    private final Kernels kernels;

    SoftmaxCrossEntropyPass(Targets targets, DenseStage stage, Kernels kernels) {
        super(targets, stage);
        this.kernels = kernels;
        stage.endForSoftmax();
    }

    @Override
    public void activate(int rows) {
        kernels.softmax(stage().output(), stage().biases(), stage().slopes(), rows);
    }

    @Override
    public void activateForTraining(int rows) {
        activate(rows);
    }

    /** Pre-activations, which rank as probabilities do; the one probability of a single unit. */
    @Override
    FloatBuffer ranked() {
        return units() == 1 ? stage().slopes().floats().values() : super.ranked();
    }

    @Override
    public FloatBuffer outputs() {
        return stage().slopes().floats().values();
    }

    /** {@code -log p[label] = z[largest] - z[label] - log p[largest]}. */
    @Override
    double loss(int row, int label, int largest) {
        if (units() == 1) {
            return 0;
        }
        int start = row * stage().output().stride();
        FloatBuffer z = stage().output().floats().values();
        float most = stage().slopes().floats().values().get(start + largest);
        return (double) z.get(start + largest) - z.get(start + label) - StrictMath.log(most);
    }

    /** {@code -sum y log p} of smoothed targets, which is that of the label and {@code smoothing * (z[label] - mean z)}. */
    @Override
    double trainingLoss(int row, int label, int largest) {
        double loss = loss(row, label, largest);
        if (targets().smoothing() == 0) {
            return loss;
        }
        int start = row * stage().output().stride();
        FloatBuffer z = stage().output().floats().values();
        double sum = 0;
        for (int unit = 0; unit < targets().classes(); unit++) {
            sum += z.get(start + unit);
        }
        return loss
                + targets().smoothing()
                        * (z.get(start + label) - sum / targets().classes());
    }

    @Override
    void propagate(int row, int label, double factor) {
        int start = row * stage().slopes().stride();
        FloatBuffer probabilities = stage().slopes().floats().values();
        for (int unit = 0; unit < units(); unit++) {
            delta(row, unit, (probabilities.get(start + unit) - target(label, unit)) * factor);
        }
    }
}
