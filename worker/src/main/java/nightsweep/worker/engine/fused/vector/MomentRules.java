package nightsweep.worker.engine.fused.vector;

import static java.util.Map.entry;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import java.util.Map;
import jdk.incubator.vector.FloatVector;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.training.optimizer.AdaBelief;
import nightsweep.experiments.training.optimizer.AdaMax;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.Nadam;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;

/** Adam and its kin: a running mean of the gradient, and of its size. */
final class MomentRules {
    private static final FloatVector SETTLING = all(Arithmetic.SETTLING);

    static final Map<OptimizerName, UpdateRule> ALL = Map.ofEntries(
            entry(OptimizerName.ADAM, new OfAdam()),
            entry(OptimizerName.ADAMW, new OfAdam()),
            entry(OptimizerName.ADAMAX, new OfAdaMax()),
            entry(OptimizerName.NADAM, new OfNadam()),
            entry(OptimizerName.AMSGRAD, new OfAmsGrad()),
            entry(OptimizerName.ADABELIEF, new OfAdaBelief()));

    private MomentRules() {}

    record OfAdam() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Adam.Step terms = (Adam.Step) now;
            FloatVector decay1 = all((float) terms.beta1());
            FloatVector rest1 = all((float) terms.rest1());
            FloatVector decay2 = all((float) terms.beta2());
            FloatVector rest2 = all((float) terms.rest2());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector rate = all((float) terms.rate());
            FloatVector m =
                    g.fma(rest1, FloatVector.fromArray(FLOATS, first, at).fma(decay1, SETTLING));
            m.intoArray(first, at);
            FloatVector v = g.mul(rest2)
                    .fma(g, FloatVector.fromArray(FLOATS, second, at).fma(decay2, SETTLING));
            v.intoArray(second, at);
            return m.mul(rate).div(v.sqrt().add(epsilon));
        }
    }

    record OfAdaMax() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            AdaMax.Step terms = (AdaMax.Step) now;
            FloatVector decay1 = all((float) terms.beta1());
            FloatVector rest1 = all((float) terms.rest1());
            FloatVector decay2 = all((float) terms.beta2());
            FloatVector rate = all((float) terms.rate());
            FloatVector epsilon = all((float) terms.epsilon());
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

    record OfNadam() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Nadam.Step terms = (Nadam.Step) now;
            FloatVector decay1 = all((float) terms.beta1());
            FloatVector rest1 = all((float) terms.rest1());
            FloatVector decay2 = all((float) terms.beta2());
            FloatVector rest2 = all((float) terms.rest2());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector meanShare = all((float) terms.meanShare());
            FloatVector gradientShare = all((float) terms.gradientShare());
            FloatVector factor = all((float) terms.squareFactor());
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

    record OfAmsGrad() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Adam.Step terms = ((AmsGrad.Step) now).adam();
            FloatVector decay1 = all((float) terms.beta1());
            FloatVector rest1 = all((float) terms.rest1());
            FloatVector decay2 = all((float) terms.beta2());
            FloatVector rest2 = all((float) terms.rest2());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector rate = all((float) terms.rate());
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

    record OfAdaBelief() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            AdaBelief.Step terms = (AdaBelief.Step) now;
            FloatVector decay1 = all((float) terms.beta1());
            FloatVector rest1 = all((float) terms.rest1());
            FloatVector decay2 = all((float) terms.beta2());
            FloatVector rest2 = all((float) terms.rest2());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector rate = all((float) terms.rate());
            FloatVector factor = all((float) terms.squareFactor());
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
