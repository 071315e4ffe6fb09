package nightsweep.worker.training.fused.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ONE;

import jdk.incubator.vector.FloatVector;

/** Activations made of exponentials. */
final class Exponential {
    private Exponential() {}

    record Sigmoid() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return VectorMath.sigmoid(x);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return y.mul(ONE.sub(y));
        }
    }

    record Tanh() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return VectorMath.tanh(x);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ONE.sub(y.mul(y));
        }
    }

    record RectifiedTanh() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return VectorMath.tanh(x).blend(0f, x.compare(LE, 0f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ONE.sub(y.mul(y)).blend(0f, x.compare(LE, 0f));
        }
    }

    record Softplus() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return VectorMath.softplus(x);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return VectorMath.sigmoid(x);
        }
    }

    record Elu(float alpha) implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.blend(VectorMath.expm1(x).mul(alpha), x.compare(LT, 0f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ONE.blend(y.add(alpha), x.compare(LT, 0f));
        }
    }

    record Selu() implements UnitFunction {
        private static final float SCALE = 1.0507009873554805f;
        private static final float SCALED_ALPHA = 1.7580993408473766f;

        @Override
        public FloatVector value(FloatVector x) {
            return x.mul(SCALE).blend(VectorMath.expm1(x).mul(SCALED_ALPHA), x.compare(LE, 0f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return FloatVector.broadcast(FLOATS, SCALE).blend(y.add(SCALED_ALPHA), x.compare(LE, 0f));
        }
    }

    record Swish() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.mul(VectorMath.sigmoid(x));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            FloatVector s = VectorMath.sigmoid(x);
            return y.fma(ONE.sub(s), s);
        }
    }

    /** {@code (1 + tanh(u)) / 2 = sigmoid(2u)}, {@code u = sqrt(2 / pi) (x + 0.044715 x^3)}. */
    record Gelu() implements UnitFunction {
        private static final float TWICE_SQRT_2_OVER_PI = 1.5957691216057308f;
        private static final float CUBIC = 0.044715f;

        @Override
        public FloatVector value(FloatVector x) {
            return x.mul(gate(x));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            FloatVector s = gate(x);
            FloatVector inner = x.mul(x).mul(3 * CUBIC).add(1f).mul(TWICE_SQRT_2_OVER_PI);
            return y.mul(ONE.sub(s)).fma(inner, s);
        }

        private static FloatVector gate(FloatVector x) {
            return VectorMath.sigmoid(x.mul(x).mul(CUBIC).add(1f).mul(x).mul(TWICE_SQRT_2_OVER_PI));
        }
    }

    /**
     * With {@code e = exp(x)} and {@code n = e (e + 2)}: {@code tanh(softplus(x)) = n / (n + 2)}, and its derivative is
     * {@code 4 e (e + 1) / (n + 2)^2}. From 20 on the former is 1.
     */
    record Mish() implements UnitFunction {
        private static final float LARGE = 20f;

        @Override
        public FloatVector value(FloatVector x) {
            FloatVector e = limitedExp(x);
            FloatVector n = e.mul(e.add(2f));
            return x.mul(n).div(n.add(2f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            FloatVector e = limitedExp(x);
            FloatVector n = e.mul(e.add(2f));
            FloatVector below = n.add(2f);
            FloatVector rise = e.mul(e.add(1f)).mul(4f).div(below).div(below);
            return rise.fma(x, n.div(below));
        }

        private static FloatVector limitedExp(FloatVector x) {
            return VectorMath.exp(x.blend(LARGE, x.compare(GT, LARGE)));
        }
    }
}
