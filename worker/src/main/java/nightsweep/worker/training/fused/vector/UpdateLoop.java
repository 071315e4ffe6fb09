package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.COUNT;
import static nightsweep.worker.training.fused.vector.Lanes.flushed;
import static nightsweep.worker.training.fused.vector.Lanes.load;
import static nightsweep.worker.training.fused.vector.Lanes.store;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.kernel.UpdatePass;
import nightsweep.worker.training.fused.kernel.UpdateTerms;
import nightsweep.worker.training.fused.memory.Floats;

/** The update pass of one optimizer; copied for each by {@link Specialised}. */
final class UpdateLoop implements UpdatePass {
    private static final UpdateRule RULE = Specialised.function(MethodHandles.lookup(), UpdateRule.class);

    UpdateLoop() {}

    @Override
    public void move(Slabs slabs, int from, int to, UpdateTerms terms) {
        Floats parameters = slabs.parameters();
        Floats gradients = slabs.gradients();
        for (int at = from; at < to; at += COUNT) {
            FloatVector g = flushed(load(gradients, at).mul(terms.factor()), Kernels.TINY);
            FloatVector w = load(parameters, at).sub(RULE.step(g, slabs, at, terms));
            store(flushed(w, Kernels.TINY), parameters, at);
        }
    }

    @Override
    public void movePenalised(Slabs slabs, int from, int to, UpdateTerms terms) {
        Floats parameters = slabs.parameters();
        Floats gradients = slabs.gradients();
        for (int at = from; at < to; at += COUNT) {
            FloatVector w = load(parameters, at);
            FloatVector g = limited(load(gradients, at).mul(terms.factor()), terms.limit());
            FloatVector penalised = g.add(w.mul(terms.l2()).add(sign(w).mul(terms.l1())));
            FloatVector step = RULE.step(flushed(penalised, Kernels.TINY), slabs, at, terms);
            store(flushed(w.sub(step.add(w.mul(terms.decay()))), Kernels.TINY), parameters, at);
        }
    }

    private static FloatVector limited(FloatVector g, float limit) {
        return g.blend(limit, g.compare(VectorOperators.GT, limit))
                .blend(-limit, g.compare(VectorOperators.LT, -limit));
    }

    private static FloatVector sign(FloatVector w) {
        return Lanes.ZERO.blend(1f, w.compare(VectorOperators.GT, 0f)).blend(-1f, w.compare(VectorOperators.LT, 0f));
    }
}
