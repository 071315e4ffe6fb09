package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.State.decayed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.kernel.UpdateTerms;

/** Adam and its kin: a running mean of the gradient, and of its size. */
final class MomentRules {
    private MomentRules() {}

    record Adam() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector m = mean(g, slabs, at, terms);
            return m.mul(terms.rate()).div(square(g, slabs, at, terms).sqrt().add(terms.epsilon()));
        }
    }

    record AdaMax() implements UpdateRule {
        private static final float LEAST = 1e-32f;

        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector m = mean(g, slabs, at, terms);
            FloatVector u = larger(Lanes.load(slabs.second(), at).mul(terms.second()), g.abs());
            FloatVector kept = Lanes.flushed(u, Kernels.TINY);
            Lanes.store(kept, slabs.second(), at);
            return m.mul(terms.rate()).div(kept.add(LEAST));
        }
    }

    record Nadam() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector ahead = mean(g, slabs, at, terms).mul(terms.first()).add(g.mul(terms.firstRest()));
            return ahead.mul(terms.rate())
                    .div(square(g, slabs, at, terms).sqrt().add(terms.epsilon()));
        }
    }

    record AmsGrad() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector m = mean(g, slabs, at, terms);
            FloatVector most = larger(Lanes.load(slabs.third(), at), square(g, slabs, at, terms));
            Lanes.store(most, slabs.third(), at);
            return m.mul(terms.rate()).div(most.sqrt().add(terms.epsilon()));
        }
    }

    record AdaBelief() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector m = mean(g, slabs, at, terms);
            FloatVector apart = g.sub(m);
            FloatVector more = apart.mul(terms.secondRest()).mul(apart).add(terms.epsilon());
            FloatVector v = decayed(slabs.second(), at, terms.second(), more);
            return m.mul(terms.rate()).div(v.sqrt().add(terms.epsilon()));
        }
    }

    private static FloatVector mean(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
        return decayed(slabs.first(), at, terms.first(), g.mul(terms.firstRest()));
    }

    private static FloatVector square(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
        return decayed(
                slabs.second(), at, terms.second(), g.mul(terms.secondRest()).mul(g));
    }

    /** Where neither is larger, as for NaN, the second. */
    private static FloatVector larger(FloatVector a, FloatVector b) {
        return b.blend(a, a.compare(VectorOperators.GT, b));
    }
}
