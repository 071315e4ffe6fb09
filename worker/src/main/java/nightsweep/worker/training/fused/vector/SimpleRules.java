package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.State.decayed;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.kernel.UpdateTerms;

/** Optimizers with the plain gradient, its running mean, or its running square. */
final class SimpleRules {
    private SimpleRules() {}

    record Sgd() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            return g.mul(terms.rate());
        }
    }

    record Momentum() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            return decayed(slabs.first(), at, terms.first(), g.mul(-terms.rate()))
                    .neg();
        }
    }

    record Nesterov() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector before = Lanes.load(slabs.first(), at);
            FloatVector v = decayed(slabs.first(), at, terms.first(), g.mul(-terms.rate()));
            return before.mul(terms.first()).sub(v.mul(1 + terms.first()));
        }
    }

    record AdaGrad() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector s = decayed(slabs.first(), at, 1, g.mul(g));
            return g.mul(terms.rate()).div(s.sqrt().add(terms.epsilon()));
        }
    }

    record RmsProp() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector s = decayed(
                    slabs.first(), at, terms.first(), g.mul(terms.firstRest()).mul(g));
            return g.mul(terms.rate()).div(s.sqrt().add(terms.epsilon()));
        }
    }

    record AdaDelta() implements UpdateRule {
        @Override
        public FloatVector step(FloatVector g, Slabs slabs, int at, UpdateTerms terms) {
            FloatVector s = decayed(
                    slabs.first(), at, terms.first(), g.mul(terms.firstRest()).mul(g));
            FloatVector past =
                    Lanes.load(slabs.second(), at).add(terms.epsilon()).sqrt();
            FloatVector step = g.mul(past).div(s.add(terms.epsilon()).sqrt());
            decayed(
                    slabs.second(),
                    at,
                    terms.first(),
                    step.mul(terms.firstRest()).mul(step));
            return step.mul(terms.rate());
        }
    }
}
