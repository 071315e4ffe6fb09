package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.all;
import static nightsweep.worker.engine.fused.vector.Lanes.load;
import static nightsweep.worker.engine.fused.vector.Lanes.store;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.kernel.Specialised;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;
import nightsweep.worker.engine.fused.memory.Floats;

/** The update pass of one optimizer; copied for each by {@link Specialised}. */
final class UpdateLoop implements UpdatePass {
    private static final UpdateRule RULE = Specialised.function(MethodHandles.lookup(), UpdateRule.class);

    /** Makes any weight that is not tiny one or more in size, so that limiting it leaves its sign. */
    private static final float ENLARGING = 1e30f;

    UpdateLoop() {}

    @Override
    public void move(ParameterArrays arrays, int from, int to, UpdateTerms terms) {
        float[] parameters = arrays.parameters().array();
        float[] first = arrays.state(0);
        float[] second = arrays.state(1);
        float[] third = arrays.state(2);
        OptimizerSpec.Step now = terms.step();
        Floats gradients = arrays.gradients();
        for (int at = from; at < to; at += COUNT) {
            FloatVector g = load(gradients, at).mul(all(terms.factor()));
            FloatVector step = RULE.step(g, first, second, third, at, now);
            FloatVector w = FloatVector.fromArray(FLOATS, parameters, at);
            w.sub(step).intoArray(parameters, at);
        }
    }

    @Override
    public void movePenalised(ParameterArrays arrays, int from, int to, UpdateTerms terms) {
        penalise(arrays, from, to, terms);
        float[] parameters = arrays.parameters().array();
        float[] first = arrays.state(0);
        float[] second = arrays.state(1);
        float[] third = arrays.state(2);
        OptimizerSpec.Step now = terms.step();
        Floats gradients = arrays.gradients();
        for (int at = from; at < to; at += COUNT) {
            FloatVector decay = all(terms.decay());
            FloatVector step = RULE.step(load(gradients, at), first, second, third, at, now);
            FloatVector w = FloatVector.fromArray(FLOATS, parameters, at);
            w.sub(w.fma(decay, step)).intoArray(parameters, at);
        }
    }

    /** Limits gradients and adds those of l1 and l2, in place. */
    private static void penalise(ParameterArrays arrays, int from, int to, UpdateTerms terms) {
        Floats gradients = arrays.gradients();
        for (int at = from; at < to; at += COUNT) {
            FloatVector w = load(arrays.parameters(), at);
            FloatVector sign = limited(w.mul(all(ENLARGING)), 1);
            FloatVector g = limited(load(gradients, at).mul(all(terms.factor())), terms.limit());
            store(w.fma(all(terms.l2()), sign.fma(all(terms.l1()), g)), gradients, at);
        }
    }

    private static FloatVector limited(FloatVector values, float limit) {
        return values.min(all(limit)).max(all(-limit));
    }
}
