package nightsweep.worker.training.fused.vector;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.kernel.UpdateTerms;

/** An optimizer, on lanes; formulas stand in {@link nightsweep.experiments.training.OptimizerSpec}. */
interface UpdateRule {

    /** What is taken off the parameters from {@code at} on, whose gradients are {@code g}; brings the state up to date. */
    FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms);
}
