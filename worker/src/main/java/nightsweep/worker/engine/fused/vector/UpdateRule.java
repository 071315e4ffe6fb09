package nightsweep.worker.engine.fused.vector;

import jdk.incubator.vector.FloatVector;
import nightsweep.experiments.training.optimizer.OptimizerSpec;

/** The rule of an optimizer on lanes, with the bits of {@link OptimizerSpec.Step#move} in each. */
interface UpdateRule {

    /**
     * What is taken off the parameters whose gradients are {@code g}. Brings their state up to date.
     *
     * @param first the first number of state of each parameter, theirs from {@code at} on
     * @param second the second
     * @param third the third
     * @param now of the optimizer that this is the rule of
     */
    FloatVector step(FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now);
}
