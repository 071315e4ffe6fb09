package nightsweep.worker.engine.fused.plain;

import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.OptimizerState;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;

/**
 * The update of one parameter after another by the optimizer's own rule; copied for each by
 * {@link nightsweep.worker.engine.fused.kernel.Specialised}, so that each copy comes to know one rule alone.
 */
final class PlainUpdate implements UpdatePass {
    /** Makes any weight that is not tiny one or more in size, so that limiting it leaves its sign. */
    private static final float ENLARGING = 1e30f;

    PlainUpdate() {}

    @Override
    public void move(ParameterArrays arrays, int from, int to, UpdateTerms terms) {
        float[] parameters = arrays.parameters().array();
        float[] gradients = arrays.gradients().array();
        OptimizerState.Floats state = state(arrays);
        OptimizerSpec.Step now = terms.step();
        for (int i = from; i < to; i++) {
            parameters[i] -= (float) now.move(gradients[i] * terms.factor(), state, i);
        }
    }

    @Override
    public void movePenalised(ParameterArrays arrays, int from, int to, UpdateTerms terms) {
        float[] parameters = arrays.parameters().array();
        float[] gradients = arrays.gradients().array();
        OptimizerState.Floats state = state(arrays);
        OptimizerSpec.Step now = terms.step();
        for (int i = from; i < to; i++) {
            float w = parameters[i];
            float sign = limited(w * ENLARGING, 1);
            float g = limited(gradients[i] * terms.factor(), terms.limit());
            g = Math.fma(w, terms.l2(), Math.fma(sign, terms.l1(), g));
            parameters[i] = w - Math.fma(w, terms.decay(), (float) now.move(g, state, i));
        }
    }

    private static OptimizerState.Floats state(ParameterArrays arrays) {
        float[][] state = new float[arrays.state().size()][];
        for (int which = 0; which < state.length; which++) {
            state[which] = arrays.state(which);
        }
        return new OptimizerState.Floats(state);
    }

    private static float limited(float value, float limit) {
        return Math.max(Math.min(value, limit), -limit);
    }
}
