package nightsweep.worker.training.fused.vector;

import jdk.incubator.vector.FloatVector;

/** An activation of single units, on lanes. */
interface UnitFunction {
    FloatVector value(FloatVector x);

    /**
     * The derivative at {@code x}.
     *
     * @param y the value at {@code x}
     */
    FloatVector slope(FloatVector x, FloatVector y);
}
