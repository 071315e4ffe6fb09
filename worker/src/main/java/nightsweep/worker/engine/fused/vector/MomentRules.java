package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;

/** Adam and its kin: a running mean of the gradient, and of its size. */
final class MomentRules {
    private static final FloatVector SETTLING = all(Kernels.SETTLING);

    private MomentRules() {}

    record Adam() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay1 = all(terms.first());
            FloatVector rest1 = all(terms.firstRest());
            FloatVector decay2 = all(terms.second());
            FloatVector rest2 = all(terms.secondRest());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector rate = all(terms.rate());
            FloatVector m =
                    g.fma(rest1, FloatVector.fromArray(FLOATS, first, at).fma(decay1, SETTLING));
            m.intoArray(first, at);
            FloatVector v = g.mul(rest2)
                    .fma(g, FloatVector.fromArray(FLOATS, second, at).fma(decay2, SETTLING));
            v.intoArray(second, at);
            return m.mul(rate).div(v.sqrt().add(epsilon));
        }
    }

    record AdaMax() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay1 = all(terms.first());
            FloatVector rest1 = all(terms.firstRest());
            FloatVector decay2 = all(terms.second());
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector m =
                    g.fma(rest1, FloatVector.fromArray(FLOATS, first, at).fma(decay1, SETTLING));
            m.intoArray(first, at);
            FloatVector u = FloatVector.fromArray(FLOATS, second, at)
                    .mul(decay2)
                    .max(g.abs().add(epsilon));
            u.intoArray(second, at);
            return m.mul(rate).div(u);
        }
    }

    record Nadam() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay1 = all(terms.first());
            FloatVector rest1 = all(terms.firstRest());
            FloatVector decay2 = all(terms.second());
            FloatVector rest2 = all(terms.secondRest());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector meanShare = all(terms.meanShare());
            FloatVector gradientShare = all(terms.gradientShare());
            FloatVector factor = all(terms.squareFactor());
            FloatVector m =
                    g.fma(rest1, FloatVector.fromArray(FLOATS, first, at).fma(decay1, SETTLING));
            m.intoArray(first, at);
            FloatVector v = g.mul(rest2)
                    .fma(g, FloatVector.fromArray(FLOATS, second, at).fma(decay2, SETTLING));
            v.intoArray(second, at);
            FloatVector ahead = m.fma(meanShare, g.mul(gradientShare));
            return ahead.div(v.mul(factor).sqrt().add(epsilon));
        }
    }

    record AmsGrad() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay1 = all(terms.first());
            FloatVector rest1 = all(terms.firstRest());
            FloatVector decay2 = all(terms.second());
            FloatVector rest2 = all(terms.secondRest());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector rate = all(terms.rate());
            FloatVector m =
                    g.fma(rest1, FloatVector.fromArray(FLOATS, first, at).fma(decay1, SETTLING));
            m.intoArray(first, at);
            FloatVector v = g.mul(rest2)
                    .fma(g, FloatVector.fromArray(FLOATS, second, at).fma(decay2, SETTLING));
            v.intoArray(second, at);
            FloatVector most = FloatVector.fromArray(FLOATS, third, at).max(v);
            most.intoArray(third, at);
            return m.mul(rate).div(most.sqrt().add(epsilon));
        }
    }

    record AdaBelief() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, UpdateTerms terms) {
            FloatVector decay1 = all(terms.first());
            FloatVector rest1 = all(terms.firstRest());
            FloatVector decay2 = all(terms.second());
            FloatVector rest2 = all(terms.secondRest());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector rate = all(terms.rate());
            FloatVector factor = all(terms.squareFactor());
            FloatVector m =
                    g.fma(rest1, FloatVector.fromArray(FLOATS, first, at).fma(decay1, SETTLING));
            m.intoArray(first, at);
            FloatVector apart = g.sub(m);
            FloatVector v = apart.mul(rest2)
                    .fma(apart, FloatVector.fromArray(FLOATS, second, at).fma(decay2, epsilon));
            v.intoArray(second, at);
            return m.mul(rate).div(v.mul(factor).sqrt().add(epsilon));
        }
    }
}
