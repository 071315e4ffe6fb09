package nightsweep.worker.engine.fused.plain;

/** Activations made of sums, products and quotients. */
final class RationalRules {
    private RationalRules() {}

    /** {@code 1.7159 sign(x) (1 - 1 / a)}, {@code a = 1 + y + y^2 + 1.41645 y^4}, {@code y = |2x / 3|}; its core is {@code a - 1}. */
    record RationalTanh() implements UnitRule {
        private static final float SCALE = 1.7159f;
        private static final float QUARTIC = 1.41645f;
        private static final float TWO_THIRDS = 2f / 3;

        @Override
        public float core(float x) {
            float y = Math.abs(x) * TWO_THIRDS;
            float end = Math.fma(y * y, QUARTIC, 1);
            return Math.fma(end, y, 1) * y;
        }

        @Override
        public float value(float x, float core) {
            float size = core / (core + 1) * SCALE;
            return x < 0 ? -size : size;
        }

        @Override
        public float slope(float x, float core) {
            float y = Math.abs(x) * TWO_THIRDS;
            float a = core + 1;
            float rise = Math.fma(Math.fma(y * y, 2 * QUARTIC, 1) * y, 2, 1);
            return rise * (SCALE * 2f / 3) / (a * a);
        }
    }

    record Softsign() implements UnitRule {
        @Override
        public float core(float x) {
            return 1 / (Math.abs(x) + 1);
        }

        @Override
        public float value(float x, float core) {
            return x * core;
        }

        @Override
        public float slope(float x, float core) {
            return core * core;
        }
    }

    record Cube() implements UnitRule {
        @Override
        public float core(float x) {
            return x * x;
        }

        @Override
        public float value(float x, float core) {
            return x * core;
        }

        @Override
        public float slope(float x, float core) {
            return core * 3;
        }
    }
}
