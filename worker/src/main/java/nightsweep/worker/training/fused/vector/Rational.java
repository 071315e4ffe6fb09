package nightsweep.worker.training.fused.vector;

import static jdk.incubator.vector.VectorOperators.LT;
import static nightsweep.worker.training.fused.vector.Lanes.ONE;

import jdk.incubator.vector.FloatVector;

/** Activations made of sums, products and quotients. */
final class Rational {
    private Rational() {}

    /** {@code 1.7159 sign(x) (1 - 1 / a)}, {@code a = 1 + y + y^2 + 1.41645 y^4}, {@code y = |2x / 3|}. */
    record RationalTanh() implements UnitFunction {
        private static final float SCALE = 1.7159f;
        private static final float QUARTIC = 1.41645f;
        private static final float TWO_THIRDS = 2f / 3;

        @Override
        public FloatVector value(FloatVector x) {
            FloatVector y = x.abs().mul(TWO_THIRDS);
            FloatVector more = y.mul(y).mul(QUARTIC).add(1f).mul(y).add(1f).mul(y);
            FloatVector size = more.div(more.add(1f)).mul(SCALE);
            return size.blend(size.neg(), x.compare(LT, 0f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            FloatVector z = x.abs().mul(TWO_THIRDS);
            FloatVector square = z.mul(z);
            FloatVector a = square.mul(QUARTIC).add(1f).mul(square).add(z).add(1f);
            FloatVector rise = square.mul(2 * QUARTIC).add(1f).mul(z).mul(2f).add(1f);
            return rise.mul(SCALE * TWO_THIRDS).div(a.mul(a));
        }
    }

    record Softsign() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.div(x.abs().add(1f));
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            FloatVector below = x.abs().add(1f);
            return ONE.div(below.mul(below));
        }
    }

    record Cube() implements UnitFunction {
        @Override
        public FloatVector value(FloatVector x) {
            return x.mul(x).mul(x);
        }

        @Override
        public FloatVector slope(FloatVector x, FloatVector y) {
            return x.mul(x).mul(3f);
        }
    }
}
