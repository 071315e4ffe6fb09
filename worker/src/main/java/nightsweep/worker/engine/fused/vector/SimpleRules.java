package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;

/** Optimizers with the plain gradient, its running mean, or its running square. */
final class SimpleRules {
    private static final FloatVector SETTLING = all(Kernels.SETTLING);

    private SimpleRules() {}

    record Sgd() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            return g.mul(terms.rate());
        }
    }

    record Momentum() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector rate = all(terms.rate());
            FloatVector v = FloatVector.fromArray(FLOATS, first, at)
                    .fma(decay, SETTLING)
                    .add(g.mul(all(terms.gradientFactor())));
            v.intoArray(first, at);
            return v.mul(rate);
        }
    }

    record Nesterov() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector more = g.mul(all(terms.gradientFactor()));
            FloatVector v = FloatVector.fromArray(FLOATS, first, at)
                    .fma(decay, SETTLING)
                    .add(more);
            v.intoArray(first, at);
            return v.fma(decay, more).mul(all(terms.rate()));
        }
    }

    record AdaGrad() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector s = g.fma(g, FloatVector.fromArray(FLOATS, first, at));
            s.intoArray(first, at);
            return g.mul(rate).div(s.sqrt().add(epsilon));
        }
    }

    record RmsProp() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector rest = all(terms.firstRest());
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector s =
                    g.mul(rest).fma(g, FloatVector.fromArray(FLOATS, first, at).fma(decay, SETTLING));
            s.intoArray(first, at);
            return g.mul(rate).div(s.sqrt().add(epsilon));
        }
    }

    record AdaDelta() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector rest = all(terms.firstRest());
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector s =
                    g.mul(rest).fma(g, FloatVector.fromArray(FLOATS, first, at).fma(decay, SETTLING));
            s.intoArray(first, at);
            FloatVector past = FloatVector.fromArray(FLOATS, second, at);
            FloatVector step = past.add(epsilon).div(s.add(epsilon)).sqrt().mul(g);
            step.mul(rest).fma(step, past.fma(decay, SETTLING)).intoArray(second, at);
            return step.mul(rate);
        }
    }
}
