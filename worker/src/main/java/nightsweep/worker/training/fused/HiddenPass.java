package nightsweep.worker.training.fused;

import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.training.fused.kernel.ActivationPass;
import nightsweep.worker.training.fused.kernel.Drops;
import nightsweep.worker.training.fused.kernel.Kernels;

/** What happens to the pre-activations of a hidden layer. */
final class HiddenPass {
    private final DenseStage stage;
    private final ActivationPass activation;
    private final Kernels kernels;
    private final List<Drops> training = new ArrayList<>();
    private final List<Drops> testing = new ArrayList<>();

    HiddenPass(DenseStage stage, ActivationPass activation, Kernels kernels) {
        this.stage = stage;
        this.activation = activation;
        this.kernels = kernels;
    }

    DenseStage stage() {
        return stage;
    }

    /** Drops activations out, after whatever has been added before. */
    void add(Drops whileTraining, Drops whileTesting) {
        training.add(whileTraining);
        testing.add(whileTesting);
    }

    void train(long step, int rows) {
        if (training.isEmpty()) {
            trainWhole(rows);
            return;
        }
        for (int i = 0; i < training.size(); i++) {
            Drops drops = training.get(i);
            drops.draw(step, 0, rows);
            if (i == 0) {
                activation.train(stage.output(), stage.biases(), stage.slopes(), drops, rows);
            } else {
                kernels.drop(stage.output(), drops, rows);
                kernels.drop(stage.slopes(), drops, rows);
            }
        }
    }

    /** Without dropping anything out. */
    void trainWhole(int rows) {
        activation.train(stage.output(), stage.biases(), stage.slopes(), rows);
    }

    void test(int rows) {
        activation.apply(stage.output(), stage.biases(), rows);
    }

    void testDropped(int firstRow, int rows) {
        test(rows);
        for (int i = 0; i < testing.size(); i++) {
            testing.get(i).draw(0, firstRow, rows);
            kernels.drop(stage.output(), testing.get(i), rows);
        }
    }
}
