package nightsweep.worker.training.fused.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ONE;
import static nightsweep.worker.training.fused.vector.Lanes.ZERO;

import jdk.incubator.vector.FloatVector;

/** Activations made of straight lines. Comparisons are such that NaN stays NaN. */
final class PiecewiseLinear {
    private PiecewiseLinear() {}

    record Identity() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ONE;
        }
    }

    record Relu() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.blend(0f, x.compare(LE, 0f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ZERO.blend(ONE, x.compare(GT, 0f));
        }
    }

    record Relu6() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.blend(0f, x.compare(LE, 0f)).blend(6f, x.compare(GE, 6f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ZERO.blend(ONE, x.compare(GT, 0f)).blend(0f, x.compare(GE, 6f));
        }
    }

    record LeakyRelu(float slope) implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.blend(x.mul(slope), x.compare(LT, 0f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ONE.blend(slope, x.compare(LT, 0f));
        }
    }

    record ThresholdedRelu(float threshold) implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.blend(0f, x.compare(LE, threshold));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ZERO.blend(ONE, x.compare(GT, threshold));
        }
    }

    record HardSigmoid() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            FloatVector line = x.fma(FloatVector.broadcast(FLOATS, 0.2f), FloatVector.broadcast(FLOATS, 0.5f));
            return line.blend(0f, x.compare(LE, -2.5f)).blend(1f, x.compare(GE, 2.5f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return FloatVector.broadcast(FLOATS, 0.2f).blend(0f, x.abs().compare(GT, 2.5f));
        }
    }

    record HardTanh() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.blend(-1f, x.compare(LT, -1f)).blend(1f, x.compare(GT, 1f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return ONE.blend(0f, x.abs().compare(GT, 1f));
        }
    }
}
