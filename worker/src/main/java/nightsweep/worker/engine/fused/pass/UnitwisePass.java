package nightsweep.worker.engine.fused.pass;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.stage.DenseStage;

/** An activation of single units with any loss: {@code dL/dz = dL/dp f'(z)}. */
final class UnitwisePass extends OutputPass {
    private final ActivationPass activation;
    private final Row row;

    UnitwisePass(LayerSpec.Output output, Targets targets, DenseStage stage, Kernels kernels) {
        super(targets, stage);
        activation = kernels.activation(output.activation());
        row = new Row(output.loss().ofOneExample(), output.units());
    }

    @Override
    public void activate(int rows) {
        activation.apply(stage().output(), stage().biases(), rows);
    }

    @Override
    public void activateForTraining(int rows) {
        activation.train(stage().output(), stage().biases(), stage().slopes(), rows);
    }

    @Override
    double loss(int place, int label, int largest) {
        row.read(ranked(), place * stage().output().stride(), this, label);
        return row.loss();
    }

    @Override
    void propagate(int place, int label, double factor) {
        row.read(ranked(), place * stage().output().stride(), this, label);
        double[] g = row.gradient();
        FloatBuffer slopes = stage().slopes().floats().values();
        int start = place * stage().slopes().stride();
        for (int unit = 0; unit < units(); unit++) {
            delta(place, unit, g[unit] * slopes.get(start + unit) * factor);
        }
    }
}
