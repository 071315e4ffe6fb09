package nightsweep.worker.engine.fused.pass;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.stage.DenseStage;

/**
 * Sigmoid with binary cross-entropy: the gradient is {@code p - y}, divided by the number of units where the loss is
 * their mean. The loss comes from pre-activations {@code z}, where
 * an output that rounds to 0 or 1 would make it infinite: {@code max(z, 0) - z y + log1p(exp(-|z|))}.
 */
final class SigmoidCrossEntropyPass extends OutputPass {
    private final ActivationPass activation;
    private final Matrix z;
    private final int divisor;

    SigmoidCrossEntropyPass(LayerSpec.Output output, Targets targets, DenseStage stage, Kernels kernels) {
        super(targets, stage);
        activation = kernels.activation(output.activation());
        divisor = output.loss().meanOfSummed() ? output.units() : 1;
        z = Matrix.zeros(stage.output().rows(), output.units());
    }

    @Override
    public void activate(int rows) {
        FloatBuffer outputs = stage().output().floats().values();
        FloatBuffer biases = stage().biases().values();
        for (int row = 0; row < rows; row++) {
            int start = row * z.stride();
            for (int unit = 0; unit < units(); unit++) {
                z.floats().values().put(start + unit, outputs.get(start + unit) + biases.get(unit));
            }
        }
        activation.apply(stage().output(), stage().biases(), rows);
    }

    @Override
    public void activateForTraining(int rows) {
        activate(rows);
    }

    @Override
    double loss(int row, int label, int largest) {
        int start = row * z.stride();
        double sum = 0;
        for (int unit = 0; unit < units(); unit++) {
            double logit = z.floats().values().get(start + unit);
            sum += Math.max(logit, 0) - logit * target(label, unit) + StrictMath.log1p(Math.exp(-Math.abs(logit)));
        }
        return sum / divisor;
    }

    @Override
    void propagate(int row, int label, double factor) {
        int start = row * stage().output().stride();
        for (int unit = 0; unit < units(); unit++) {
            delta(row, unit, (ranked().get(start + unit) - target(label, unit)) * factor / divisor);
        }
    }
}
