package nightsweep.worker.engine.fused.plain;

/** Activations made of straight lines; their core is {@code x}. Comparisons are such that NaN stays NaN. */
final class LinearRules {
    private LinearRules() {}

    record Identity() implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            return x;
        }

        @Override
        public float slope(float x, float core) {
            return 1;
        }
    }

    record Relu() implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            return x <= 0 ? 0 : x;
        }

        @Override
        public float slope(float x, float core) {
            return x > 0 ? 1 : 0;
        }
    }

    record Relu6() implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            return x >= 6 ? 6 : x <= 0 ? 0 : x;
        }

        @Override
        public float slope(float x, float core) {
            return x >= 6 ? 0 : x > 0 ? 1 : 0;
        }
    }

    record LeakyRelu(float slope) implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            return x < 0 ? x * slope : x;
        }

        @Override
        public float slope(float x, float core) {
            return x < 0 ? slope : 1;
        }
    }

    record ThresholdedRelu(float threshold) implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            return x <= threshold ? 0 : x;
        }

        @Override
        public float slope(float x, float core) {
            return x > threshold ? 1 : 0;
        }
    }

    record HardSigmoid(float slope) implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            float line = Math.fma(x, slope, 0.5f);
            return line >= 1 ? 1 : line <= 0 ? 0 : line;
        }

        @Override
        public float slope(float x, float core) {
            return Math.abs(x * slope) > 0.5f ? 0 : slope;
        }
    }

    record HardTanh() implements UnitRule {
        @Override
        public float core(float x) {
            return x;
        }

        @Override
        public float value(float x, float core) {
            return x > 1 ? 1 : x < -1 ? -1 : x;
        }

        @Override
        public float slope(float x, float core) {
            return Math.abs(x) > 1 ? 0 : 1;
        }
    }
}
