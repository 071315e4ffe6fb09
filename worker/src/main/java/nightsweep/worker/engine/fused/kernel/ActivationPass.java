package nightsweep.worker.engine.fused.kernel;

import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** The passes of one activation {@code f} over pre-activations {@code z: (rows, units)} without their biases. */
public interface ActivationPass {

    /** {@code z = f(z + biases)}. */
    void apply(Matrix z, Floats biases, int rows);

    /** {@code z = f(z + biases)} and {@code slopes = f'(z + biases)}. */
    void train(Matrix z, Floats biases, Matrix slopes, int rows);

    /** As {@link #train(Matrix, Floats, Matrix, int)}, with both then dropped out. */
    void train(Matrix z, Floats biases, Matrix slopes, Drops drops, int rows);
}
