package nightsweep.worker.engine.fused.vector;

import static jdk.incubator.vector.VectorOperators.LT;
import static nightsweep.worker.engine.fused.vector.Lanes.ONE;
import static nightsweep.worker.engine.fused.vector.Lanes.TWO;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;
import static nightsweep.worker.engine.fused.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;

/** Activations made of sums, products and quotients. */
final class Rational {
    private Rational() {}

    /**
     * {@code 1.7159 sign(x) (1 - 1 / a)}, {@code a = 1 + y + y^2 + 1.41645 y^4}, {@code y = |2x / 3|}; its core is
     * {@code a - 1}.
     */
    record RationalTanh() implements UnitFunction {
        private static final FloatVector SCALE = all(1.7159f);
        private static final FloatVector QUARTIC = all(1.41645f);
        private static final FloatVector TWICE_QUARTIC = all(2 * 1.41645f);
        private static final FloatVector TWO_THIRDS = all(2f / 3);
        private static final FloatVector SCALE_OF_SLOPE = all(1.7159f * 2f / 3);

        @Override
        public FloatVector core(FloatVector x) {
            FloatVector y = x.abs().mul(TWO_THIRDS);
            FloatVector end = y.mul(y).fma(QUARTIC, ONE);
            return end.fma(y, ONE).mul(y);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            FloatVector size = core.div(core.add(ONE)).mul(SCALE);
            return size.blend(size.neg(), x.compare(LT, ZERO));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            FloatVector y = x.abs().mul(TWO_THIRDS);
            FloatVector a = core.add(ONE);
            FloatVector rise = y.mul(y).fma(TWICE_QUARTIC, ONE).mul(y).fma(TWO, ONE);
            return rise.mul(SCALE_OF_SLOPE).div(a.mul(a));
        }
    }

    record Softsign() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return ONE.div(x.abs().add(ONE));
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.mul(core);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return core.mul(core);
        }
    }

    record Cube() implements UnitFunction {
        @Override
        public FloatVector core(FloatVector x) {
            return x.mul(x);
        }

        @Override
        public FloatVector value(FloatVector x, FloatVector core) {
            return x.mul(core);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector core) {
            return core.mul(all(3));
        }
    }
}
