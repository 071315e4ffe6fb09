package nightsweep.worker.engine.dl4j.update;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an optimizer remembers of each parameter. Where a gradient stays zero it decays into denormal numbers, with which
 * processors compute many times slower, so numbers too small to matter are now and then set to zero.
 */
public final class OptimizerState {
    private static final int STEPS_BETWEEN = 100;
    private static final float NEGLIGIBLE = 1e-25f;

    private final @Nullable INDArray state;

    public OptimizerState(@Nullable INDArray state) {
        this.state = state;
    }

    /** Sets negligible numbers to zero, every so many steps. */
    public void afterStep(long step) {
        if (state == null || step % STEPS_BETWEEN != STEPS_BETWEEN - 1) {
            return;
        }
        FloatBuffer values = values(state);
        int length = values.limit();
        for (int i = 0; i < length; i++) {
            float value = values.get(i);
            if (value < NEGLIGIBLE && value > -NEGLIGIBLE && value != 0) {
                values.put(i, 0);
            }
        }
    }

    /** Its memory; empty for an optimizer without. */
    public Optional<FloatBuffer> values() {
        return Optional.ofNullable(state).map(OptimizerState::values);
    }

    private static FloatBuffer values(INDArray state) {
        return ((FloatPointer) state.data().pointer()).asBuffer();
    }

    public void close() {
        if (state != null && state.closeable()) {
            state.close();
        }
    }
}
