package nightsweep.worker.engine.fused.vector;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static nightsweep.worker.engine.fused.vector.Lanes.ONE;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;

/** Activations made of straight lines; their core is {@code x}. Comparisons are such that NaN stays NaN. */
final class PiecewiseLinear {
    private PiecewiseLinear() {}

    record Identity() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x;
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ONE;
        }
    }

    record Relu() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.blend(ZERO, x.compare(LE, ZERO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ZERO.blend(ONE, x.compare(GT, ZERO));
        }
    }

    record Relu6() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.blend(ZERO, x.compare(LE, ZERO)).blend(all(6), x.compare(GE, all(6)));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ZERO.blend(ONE, x.compare(GT, ZERO)).blend(ZERO, x.compare(GE, all(6)));
        }
    }

    record LeakyRelu(float slope) implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.blend(x.mul(all(slope)), x.compare(LT, ZERO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ONE.blend(all(slope), x.compare(LT, ZERO));
        }
    }

    record ThresholdedRelu(float threshold) implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.blend(ZERO, x.compare(LE, all(threshold)));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ZERO.blend(ONE, x.compare(GT, all(threshold)));
        }
    }

    record HardSigmoid(float slope) implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            FloatVector line = x.fma(all(slope), all(0.5f));
            return line.blend(ZERO, line.compare(LE, ZERO)).blend(ONE, line.compare(GE, ONE));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return all(slope).blend(ZERO, x.mul(all(slope)).abs().compare(GT, all(0.5f)));
        }
    }

    record HardTanh() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x;
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.blend(all(-1), x.compare(LT, all(-1))).blend(ONE, x.compare(GT, ONE));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return ONE.blend(ZERO, x.abs().compare(GT, ONE));
        }
    }
}
