package nightsweep.worker.engine.fused.vector;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;

/** An optimizer, on lanes; formulas stand in {@link nightsweep.experiments.training.OptimizerSpec}. */
interface UpdateRule {

    /**
     * What is taken off the parameters whose gradients are {@code g}. Brings their state up to date.
     *
     * @param first the first number of state of each parameter, theirs from {@code at} on
     * @param second the second
     * @param third the third
     */
    FloatVector step(FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms);
}
