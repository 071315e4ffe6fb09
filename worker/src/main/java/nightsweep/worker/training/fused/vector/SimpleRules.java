package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ORDER;
import static nightsweep.worker.training.fused.vector.Lanes.all;

import java.nio.ByteBuffer;
import jdk.incubator.vector.FloatVector;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.UpdateTerms;

/** Optimizers with the plain gradient, its running mean, or its running square. */
final class SimpleRules {
    private static final FloatVector SETTLING = all(Kernels.SETTLING);

    private SimpleRules() {}

    record Sgd() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, ByteBuffer first, ByteBuffer second, ByteBuffer third, int at, UpdateTerms terms) {
            return g.mul(terms.rate());
        }
    }

    record Momentum() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, ByteBuffer first, ByteBuffer second, ByteBuffer third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector rate = all(terms.rate());
            FloatVector v = FloatVector.fromByteBuffer(FLOATS, first, at, ORDER)
                    .fma(decay, SETTLING)
                    .add(g.mul(all(terms.gradientFactor())));
            v.intoByteBuffer(first, at, ORDER);
            return v.mul(rate);
        }
    }

    record Nesterov() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, ByteBuffer first, ByteBuffer second, ByteBuffer third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector more = g.mul(all(terms.gradientFactor()));
            FloatVector v = FloatVector.fromByteBuffer(FLOATS, first, at, ORDER)
                    .fma(decay, SETTLING)
                    .add(more);
            v.intoByteBuffer(first, at, ORDER);
            return v.fma(decay, more).mul(all(terms.rate()));
        }
    }

    record AdaGrad() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, ByteBuffer first, ByteBuffer second, ByteBuffer third, int at, UpdateTerms terms) {
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector s = g.fma(g, FloatVector.fromByteBuffer(FLOATS, first, at, ORDER));
            s.intoByteBuffer(first, at, ORDER);
            return g.mul(rate).div(s.sqrt().add(epsilon));
        }
    }

    record RmsProp() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, ByteBuffer first, ByteBuffer second, ByteBuffer third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector rest = all(terms.firstRest());
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector s = g.mul(rest)
                    .fma(g, FloatVector.fromByteBuffer(FLOATS, first, at, ORDER).fma(decay, SETTLING));
            s.intoByteBuffer(first, at, ORDER);
            return g.mul(rate).div(s.sqrt().add(epsilon));
        }
    }

    record AdaDelta() implements UpdateRule {
        @Override
        public FloatVector step(
                FloatVector g, ByteBuffer first, ByteBuffer second, ByteBuffer third, int at, UpdateTerms terms) {
            FloatVector decay = all(terms.first());
            FloatVector rest = all(terms.firstRest());
            FloatVector rate = all(terms.rate());
            FloatVector epsilon = all(terms.epsilon());
            FloatVector s = g.mul(rest)
                    .fma(g, FloatVector.fromByteBuffer(FLOATS, first, at, ORDER).fma(decay, SETTLING));
            s.intoByteBuffer(first, at, ORDER);
            FloatVector past = FloatVector.fromByteBuffer(FLOATS, second, at, ORDER);
            FloatVector step = past.add(epsilon).div(s.add(epsilon)).sqrt().mul(g);
            step.mul(rest).fma(step, past.fma(decay, SETTLING)).intoByteBuffer(second, at, ORDER);
            return step.mul(rate);
        }
    }
}
