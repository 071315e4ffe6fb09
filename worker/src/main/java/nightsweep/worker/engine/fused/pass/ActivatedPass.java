package nightsweep.worker.engine.fused.pass;

import java.util.List;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.stage.WeightedStage;

/** A layer with weights and an activation. */
public final class ActivatedPass extends HiddenPass {
    private final WeightedStage stage;
    private final ActivationPass activation;

    public ActivatedPass(WeightedStage stage, ActivationPass activation, Kernels kernels) {
        super(kernels);
        this.stage = stage;
        this.activation = activation;
    }

    @Override
    public WeightedStage stage() {
        return stage;
    }

    @Override
    public void trainWhole(int examples) {
        activation.train(stage.output(), stage.biases(), stage.slopes(), rows(examples));
    }

    @Override
    void trainDropped(List<Drops> drops, int examples) {
        int rows = rows(examples);
        activation.train(stage.output(), stage.biases(), stage.slopes(), drops.get(0), rows);
        for (int i = 1; i < drops.size(); i++) {
            kernels().drop(stage.output(), drops.get(i), rows);
            kernels().drop(stage.slopes(), drops.get(i), rows);
        }
    }

    @Override
    public void test(int examples) {
        activation.apply(stage.output(), stage.biases(), rows(examples));
    }

    /** Also the gradients of the biases. */
    @Override
    public void settle(int examples) {
        kernels().backward(stage.deltas(), stage.slopes(), stage.biasGradients(), rows(examples));
    }
}
