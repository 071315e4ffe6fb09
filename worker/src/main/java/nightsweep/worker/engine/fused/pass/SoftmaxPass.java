package nightsweep.worker.engine.fused.pass;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.stage.DenseStage;

/** Softmax with a loss that it was not made for. */
final class SoftmaxPass extends OutputPass {
    private final Kernels kernels;
    private final Row row;

    SoftmaxPass(LayerSpec.Output output, Targets targets, DenseStage stage, Kernels kernels) {
        super(targets, stage);
        this.kernels = kernels;
        stage.endForSoftmax();
        row = new Row(output.loss().ofOneExample(), output.units());
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
        return units() == 1 ? probabilities() : super.ranked();
    }

    @Override
    public FloatBuffer outputs() {
        return stage().slopes().floats().values();
    }

    @Override
    double loss(int place, int label, int largest) {
        row.read(probabilities(), place * stage().slopes().stride(), this, label);
        return row.loss();
    }

    /** {@code dL/dz[i] = p[i] (g[i] - sum g[j] p[j])}, {@code g = dL/dp}. */
    @Override
    void propagate(int place, int label, double factor) {
        row.read(probabilities(), place * stage().slopes().stride(), this, label);
        double[] g = row.gradient();
        double mean = 0;
        for (int unit = 0; unit < units(); unit++) {
            mean += g[unit] * row.output(unit);
        }
        for (int unit = 0; unit < units(); unit++) {
            delta(place, unit, row.output(unit) * (g[unit] - mean) * factor);
        }
    }

    private FloatBuffer probabilities() {
        return stage().slopes().floats().values();
    }
}
