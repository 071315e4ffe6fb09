package nightsweep.worker.engine.fused.vector;

import static java.util.Map.entry;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.training.optimizer.AdaDelta;
import nightsweep.experiments.training.optimizer.AdaGrad;
import nightsweep.experiments.training.optimizer.Lion;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.Nesterov;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.RmsProp;
import nightsweep.experiments.training.optimizer.Sgd;

/** Optimizers with the plain gradient, its running mean, or its running square. */
final class SimpleRules {
    private static final FloatVector SETTLING = all(Arithmetic.SETTLING);

    static final Map<OptimizerName, UpdateRule> ALL = Map.ofEntries(
            entry(OptimizerName.SGD, new OfSgd()),
            entry(OptimizerName.MOMENTUM, new OfMomentum()),
            entry(OptimizerName.NESTEROV, new OfNesterov()),
            entry(OptimizerName.ADAGRAD, new OfAdaGrad()),
            entry(OptimizerName.RMSPROP, new OfRmsProp()),
            entry(OptimizerName.ADADELTA, new OfAdaDelta()),
            entry(OptimizerName.LION, new OfLion()));

    private SimpleRules() {}

    record OfSgd() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Sgd.Step terms = (Sgd.Step) now;
            return g.mul((float) terms.rate());
        }
    }

    record OfMomentum() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Momentum.Step terms = (Momentum.Step) now;
            FloatVector decay = all((float) terms.momentum());
            FloatVector rate = all((float) terms.rate());
            FloatVector v = FloatVector.fromArray(FLOATS, first, at)
                    .fma(decay, SETTLING)
                    .add(g.mul(all((float) terms.gradientFactor())));
            v.intoArray(first, at);
            return v.mul(rate);
        }
    }

    record OfNesterov() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Nesterov.Step terms = (Nesterov.Step) now;
            FloatVector decay = all((float) terms.momentum());
            FloatVector more = g.mul(all((float) terms.gradientFactor()));
            FloatVector v = FloatVector.fromArray(FLOATS, first, at)
                    .fma(decay, SETTLING)
                    .add(more);
            v.intoArray(first, at);
            return v.fma(decay, more).mul(all((float) terms.rate()));
        }
    }

    record OfAdaGrad() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            AdaGrad.Step terms = (AdaGrad.Step) now;
            FloatVector rate = all((float) terms.rate());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector s = g.fma(g, FloatVector.fromArray(FLOATS, first, at));
            s.intoArray(first, at);
            return g.mul(rate).div(s.sqrt().add(epsilon));
        }
    }

    record OfRmsProp() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            RmsProp.Step terms = (RmsProp.Step) now;
            FloatVector decay = all((float) terms.decay());
            FloatVector rest = all((float) terms.rest());
            FloatVector rate = all((float) terms.rate());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector s =
                    g.mul(rest).fma(g, FloatVector.fromArray(FLOATS, first, at).fma(decay, SETTLING));
            s.intoArray(first, at);
            return g.mul(rate).div(s.sqrt().add(epsilon));
        }
    }

    record OfAdaDelta() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            AdaDelta.Step terms = (AdaDelta.Step) now;
            FloatVector decay = all((float) terms.rho());
            FloatVector rest = all((float) terms.rest());
            FloatVector rate = all((float) terms.rate());
            FloatVector epsilon = all((float) terms.epsilon());
            FloatVector s =
                    g.mul(rest).fma(g, FloatVector.fromArray(FLOATS, first, at).fma(decay, SETTLING));
            s.intoArray(first, at);
            FloatVector past = FloatVector.fromArray(FLOATS, second, at);
            FloatVector step = past.add(epsilon).div(s.add(epsilon)).sqrt().mul(g);
            step.mul(rest).fma(step, past.fma(decay, SETTLING)).intoArray(second, at);
            return step.mul(rate);
        }
    }

    record OfLion() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, float[] first, float[] second, float[] third, int at, OptimizerSpec.Step now) {
            Lion.Step terms = (Lion.Step) now;
            FloatVector rest1 = all((float) terms.rest1());
            FloatVector rest2 = all((float) terms.rest2());
            FloatVector decay2 = all((float) terms.beta2());
            FloatVector rate = all((float) terms.rate());
            FloatVector m = FloatVector.fromArray(FLOATS, first, at);
            FloatVector c = g.fma(rest1, m.mul((float) terms.beta1()));
            g.fma(rest2, m.fma(decay2, SETTLING)).intoArray(first, at);
            FloatVector step = c.blend(rate, c.compare(VectorOperators.GT, 0));
            step = step.blend(rate.neg(), c.compare(VectorOperators.LT, 0));
            return step.blend(0, c.abs().compare(VectorOperators.LT, (float) Lion.LEAST));
        }
    }
}
