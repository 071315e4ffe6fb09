package nightsweep.worker.engine.fused.kernel;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.worker.engine.fused.memory.Floats;

/**
 * All parameters of a network one after another, with their gradients and the optimizer's state at the same places.
 *
 * @param first the optimizer's first number of state for each parameter; empty of meaning where it keeps none
 * @param second its second
 * @param third its third
 */
public record Slabs(Floats parameters, Floats gradients, Floats first, Floats second, Floats third) {

    /** Zeros for {@code count} parameters. */
    public static Slabs of(int count, OptimizerName optimizer) {
        Floats none = Floats.zeros(1);
        List<Floats> state = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> i < optimizer.stateValues() ? Floats.zeros(count) : none)
                .toList();
        return new Slabs(Floats.zeros(count), Floats.zeros(count), state.get(0), state.get(1), state.get(2));
    }

    /** What one step leaves for the next, padding included: all but the gradients. */
    public List<FloatBuffer> kept() {
        return Stream.of(parameters, first, second, third).map(Floats::values).toList();
    }
}
