package nightsweep.worker.engine.fused.pass;

import java.util.List;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.stage.Stage;

/** A stage without an activation. */
public final class BarePass extends HiddenPass {
    private final Stage stage;
    private List<Drops> dropped = List.of();

    public BarePass(Stage stage, Kernels kernels) {
        super(kernels);
        this.stage = stage;
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public void trainWhole(int examples) {
        dropped = List.of();
    }

    @Override
    void trainDropped(List<Drops> drops, int examples) {
        dropped = drops;
        drop(stage.output(), examples);
    }

    @Override
    public void test(int examples) {}

    @Override
    public void settle(int examples) {
        drop(stage.deltas(), examples);
        stage.settle(examples);
    }

    private void drop(Matrix values, int examples) {
        for (int i = 0; i < dropped.size(); i++) {
            kernels().drop(values, dropped.get(i), rows(examples));
        }
    }
}
