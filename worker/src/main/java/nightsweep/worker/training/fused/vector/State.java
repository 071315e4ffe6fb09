package nightsweep.worker.training.fused.vector;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.memory.Floats;

/** What the optimizers do with their state. */
final class State {
    private State() {}

    /** Makes the state {@code decay * state + more}, and zero where that is tiny. */
    static FloatVector decayed(Floats state, int at, float decay, FloatVector more) {
        FloatVector now = Lanes.flushed(Lanes.load(state, at).mul(decay).add(more), Kernels.TINY);
        Lanes.store(now, state, at);
        return now;
    }
}
