package nightsweep.worker.engine.fused.vector;

import jdk.incubator.vector.FloatVector;

/** An activation of single units, on lanes, in two stages, so that what value and derivative share is computed once. */
interface UnitFunction {
    /** What value and derivative at {@code x} are made from. */
    FloatVector core(FloatVector x);

    FloatVector value(FloatVector x, FloatVector core);

    FloatVector slope(FloatVector x, FloatVector core);
}
