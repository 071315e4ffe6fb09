package nightsweep.worker.engine.fused.plain;

/** Activations made of exponentials. */
final class ExponentialRules {
    private ExponentialRules() {}

    record Sigmoid() implements UnitRule {
        @Override
        public float core(float x) {
            return FloatMath.sigmoid(x);
        }

        @Override
        public float value(float x, float core) {
            return core;
        }

        @Override
        public float slope(float x, float core) {
            return core * (1 - core);
        }
    }

    record Tanh() implements UnitRule {
        @Override
        public float core(float x) {
            return FloatMath.tanh(x);
        }

        @Override
        public float value(float x, float core) {
            return core;
        }

        @Override
        public float slope(float x, float core) {
            return 1 - core * core;
        }
    }

    record RectifiedTanh() implements UnitRule {
        @Override
        public float core(float x) {
            return FloatMath.tanh(x);
        }

        @Override
        public float value(float x, float core) {
            return x <= 0 ? 0 : core;
        }

        @Override
        public float slope(float x, float core) {
            return x <= 0 ? 0 : 1 - core * core;
        }
    }

    /** Its core is {@code u = exp(-|x|)}: {@code max(x, 0) + log1p(u)}. */
    record Softplus() implements UnitRule {
        @Override
        public float core(float x) {
            return FloatMath.exp(-Math.abs(x));
        }

        @Override
        public float value(float x, float core) {
            return Math.max(x, 0) + FloatMath.log1p(core);
        }

        @Override
        public float slope(float x, float core) {
            float above = 1 / (core + 1);
            return x < 0 ? core * above : above;
        }
    }

    record Elu(float alpha) implements UnitRule {
        @Override
        public float core(float x) {
            return FloatMath.expm1(x) * alpha;
        }

        @Override
        public float value(float x, float core) {
            return x < 0 ? core : x;
        }

        @Override
        public float slope(float x, float core) {
            return x < 0 ? core + alpha : 1;
        }
    }

    record Selu() implements UnitRule {
        private static final float SCALE = 1.050701f;
        private static final float SCALED_ALPHA = 1.7580993f;

        @Override
        public float core(float x) {
            return FloatMath.expm1(x) * SCALED_ALPHA;
        }

        @Override
        public float value(float x, float core) {
            return x <= 0 ? core : x * SCALE;
        }

        @Override
        public float slope(float x, float core) {
            return x <= 0 ? core + SCALED_ALPHA : SCALE;
        }
    }

    record Swish() implements UnitRule {
        @Override
        public float core(float x) {
            return FloatMath.sigmoid(x);
        }

        @Override
        public float value(float x, float core) {
            return x * core;
        }

        @Override
        public float slope(float x, float core) {
            return Math.fma(x * core, 1 - core, core);
        }
    }

    /** {@code x Phi(x)}; its core is {@code Phi(x)}. */
    record Gelu() implements UnitRule {
        private static final float PEAK = 0.3989423f;
        private static final float FAR = 100;

        @Override
        public float core(float x) {
            return FloatMath.normal(x);
        }

        @Override
        public float value(float x, float core) {
            return x * core;
        }

        @Override
        public float slope(float x, float core) {
            float near = Math.max(Math.min(x, FAR), -FAR);
            return Math.fma(near * PEAK, FloatMath.exp(near * near * -0.5f), core);
        }
    }

    /** {@code x sigmoid(s (x + c x^3))}, with {@code s = 2 sqrt(2 / pi)}; its core is the sigmoid. */
    record TanhGelu() implements UnitRule {
        private static final float CUBIC = 0.044715f;
        private static final float CUBIC_OF_SLOPE = 3 * 0.044715f;
        private static final float SCALE = 1.5957692f;
        private static final float FAR = 100;

        @Override
        public float core(float x) {
            return FloatMath.sigmoid(Math.fma(x * x, CUBIC, 1) * x * SCALE);
        }

        @Override
        public float value(float x, float core) {
            return x * core;
        }

        @Override
        public float slope(float x, float core) {
            float near = Math.min(x, FAR);
            float rise = Math.fma(near * near, CUBIC_OF_SLOPE, 1) * SCALE;
            return Math.fma(near * core * (1 - core), rise, core);
        }
    }

    /** With {@code e = exp(x)}, its core, and {@code n = e (e + 2)}: {@code x n / (n + 2)}. */
    record Mish() implements UnitRule {
        private static final float LARGE = 20;

        @Override
        public float core(float x) {
            return FloatMath.exp(Math.min(x, LARGE));
        }

        @Override
        public float value(float x, float core) {
            float n = core * (core + 2);
            return x * n / (n + 2);
        }

        @Override
        public float slope(float x, float core) {
            float n = core * (core + 2);
            float inverse = 1 / (n + 2);
            float rise = core * (core + 1) * 4 * inverse * inverse;
            return Math.fma(rise, x, n * inverse);
        }
    }
}
