package nightsweep.worker.engine.fused.vector;

import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static nightsweep.worker.engine.fused.vector.Lanes.ONE;
import static nightsweep.worker.engine.fused.vector.Lanes.TWO;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;

/** Activations made of exponentials. */
final class Exponential {
    private Exponential() {}

    record Sigmoid() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.sigmoid(x);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return core;
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return core.mul(ONE.sub(core));
        }
    }

    record Tanh() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.tanh(x);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return core;
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ONE.sub(core.mul(core));
        }
    }

    record RectifiedTanh() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.tanh(x);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return core.blend(ZERO, x.compare(LE, ZERO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ONE.sub(core.mul(core)).blend(ZERO, x.compare(LE, ZERO));
        }
    }

    /** Its core is {@code u = exp(-|x|)}: {@code max(x, 0) + log1p(u)}. */
    record Softplus() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.exp(x.abs().neg());
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.max(ZERO).add(VectorMath.log1p(core));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            FloatVector above = ONE.div(core.add(ONE));
            return above.blend(core.mul(above), x.compare(LT, ZERO));
        }
    }

    record Elu(float alpha) implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.expm1(x).mul(all(alpha));
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.blend(core, x.compare(LT, ZERO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ONE.blend(core.add(all(alpha)), x.compare(LT, ZERO));
        }
    }

    record Selu() implements UnitFunction {
        private static final FloatVector SCALE = all(1.0507009873554805f);
        private static final FloatVector SCALED_ALPHA = all(1.7580993408473766f);

        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.expm1(x).mul(SCALED_ALPHA);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.mul(SCALE).blend(core, x.compare(LE, ZERO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return SCALE.blend(core.add(SCALED_ALPHA), x.compare(LE, ZERO));
        }
    }

    record Swish() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.sigmoid(x);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.mul(core);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return x.mul(core).fma(ONE.sub(core), core);
        }
    }

    /** {@code x Phi(x)}; its core is {@code Phi(x)}. */
    record Gelu() implements UnitFunction {
        private static final FloatVector PEAK = all(0.3989422804014327f);
        private static final FloatVector MINUS_HALF = all(-0.5f);
        /** Beyond it nothing but zero is multiplied. */
        private static final FloatVector FAR = all(100);

        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.normal(x);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.mul(core);
        }

        /** {@code Phi(x) + x phi(x)}. */
        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            FloatVector near = x.min(FAR).max(FAR.neg());
            return near.mul(PEAK).fma(VectorMath.exp(near.mul(near).mul(MINUS_HALF)), core);
        }
    }

    /** {@code x sigmoid(s (x + c x^3))}, the tanh approximation with {@code s = 2 sqrt(2 / pi)}; its core is the sigmoid. */
    record TanhGelu() implements UnitFunction {
        private static final FloatVector CUBIC = all(0.044715f);
        private static final FloatVector THRICE_CUBIC = all(3 * 0.044715f);
        private static final FloatVector SCALE = all(1.5957691216057308f);
        private static final FloatVector FAR = all(100);

        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.sigmoid(x.mul(x).fma(CUBIC, ONE).mul(x).mul(SCALE));
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.mul(core);
        }

        /** The square of what is far from zero would be infinite, and is multiplied by zero. */
        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            FloatVector near = x.min(FAR);
            FloatVector rise = near.mul(near).fma(THRICE_CUBIC, ONE).mul(SCALE);
            return near.mul(core).mul(ONE.sub(core)).fma(rise, core);
        }
    }

    /**
     * With {@code e = exp(x)}, its core, and {@code n = e (e + 2)}: {@code tanh(softplus(x)) = n / (n + 2)}, whose
     * derivative is {@code 4 e (e + 1) / (n + 2)^2}. From 20 on the former is 1.
     */
    record Mish() implements UnitFunction {
        private static final FloatVector LARGE = all(20);

        @Override
        public FloatVector core(FloatVector x) {
            return VectorMath.exp(x.min(LARGE));
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            FloatVector n = core.mul(core.add(TWO));
            return x.mul(n).div(n.add(TWO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            FloatVector n = core.mul(core.add(TWO));
            FloatVector inverse = ONE.div(n.add(TWO));
            FloatVector rise = core.mul(core.add(ONE)).mul(all(4)).mul(inverse).mul(inverse);
            return rise.fma(x, n.mul(inverse));
        }
    }
}
