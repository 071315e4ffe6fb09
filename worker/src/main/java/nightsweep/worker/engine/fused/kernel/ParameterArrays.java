package nightsweep.worker.engine.fused.kernel;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.memory.Floats;

/**
 * All parameters of a network one after another, with their gradients and the optimizer's state at the same places.
 *
 * @param state the numbers that the optimizer keeps for each parameter, at least three; further ones are empty of meaning
 */
public record ParameterArrays(Floats parameters, Floats gradients, List<Floats> state) {
    /** So many there are at least; what an optimizer does not keep is empty of meaning. */
    private static final int LEAST = 3;

    public ParameterArrays {
        state = List.copyOf(state);
    }

    /** Zeros for {@code count} parameters. */
    public static ParameterArrays of(int count, OptimizerName optimizer) {
        Floats none = Floats.zeros(1);
        List<Floats> state = new ArrayList<>();
        for (int i = 0; i < Math.max(LEAST, optimizer.stateValues()); i++) {
            state.add(i < optimizer.stateValues() ? Floats.zeros(count) : none);
        }
        return new ParameterArrays(Floats.zeros(count), Floats.zeros(count), state);
    }

    /** One number of state of each parameter. */
    public float[] state(int which) {
        return state.get(which).array();
    }

    /** What one step leaves for the next, padding included: all but the gradients. */
    public List<FloatBuffer> kept() {
        List<FloatBuffer> kept = new ArrayList<>();
        kept.add(parameters.values());
        state.forEach(one -> kept.add(one.values()));
        return kept;
    }
}
