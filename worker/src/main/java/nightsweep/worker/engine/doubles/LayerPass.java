package nightsweep.worker.engine.doubles;

/**
 * What one layer made of the examples of a step, {@code (examples, units)}.
 *
 * @param input what came in, {@code (examples, inputs)}
 * @param activations before dropout
 */
@SuppressWarnings("ArrayRecordComponent") // numbers; never compared
public record LayerPass(double[][] input, double[][] preActivations, double[][] activations) {}
