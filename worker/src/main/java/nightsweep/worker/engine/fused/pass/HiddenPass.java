package nightsweep.worker.engine.fused.pass;

import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.stage.Stage;

/** A stage before the last, with what happens to what it gives. */
public abstract sealed class HiddenPass permits ActivatedPass, BarePass {
    private final Kernels kernels;
    private final List<Drops> training = new ArrayList<>();
    private final List<Drops> testing = new ArrayList<>();

    HiddenPass(Kernels kernels) {
        this.kernels = kernels;
    }

    public abstract Stage stage();

    /** Without dropping anything out. */
    public abstract void trainWhole(int examples);

    /** Training with {@code drops}, which have been drawn and are one or more. */
    abstract void trainDropped(List<Drops> drops, int examples);

    public abstract void test(int examples);

    /** Turns derivatives by what comes out of the pass into those by what the stage gives. */
    public abstract void settle(int examples);

    final Kernels kernels() {
        return kernels;
    }

    /** Drops values out, after whatever has been added before. */
    public final void add(Drops whileTraining, Drops whileTesting) {
        training.add(whileTraining);
        testing.add(whileTesting);
    }

    public final void train(long step, int examples) {
        if (training.isEmpty()) {
            trainWhole(examples);
            return;
        }
        for (int i = 0; i < training.size(); i++) {
            training.get(i).draw(step, 0, examples);
        }
        trainDropped(training, examples);
    }

    public final void testDropped(int first, int examples) {
        test(examples);
        for (int i = 0; i < testing.size(); i++) {
            testing.get(i).draw(0, first, examples);
            kernels.drop(stage().output(), testing.get(i), rows(examples));
        }
    }

    final int rows(int examples) {
        return examples * stage().rowsAnExample();
    }
}
