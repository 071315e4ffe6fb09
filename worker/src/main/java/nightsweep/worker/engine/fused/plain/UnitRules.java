package nightsweep.worker.engine.fused.plain;

import nightsweep.experiments.network.Activation;

/** Which rule an activation is. */
final class UnitRules {
    private UnitRules() {}

    /** @throws IllegalArgumentException for softmax, which looks at more than one unit */
    static UnitRule of(Activation activation) {
        float h = activation.values().isEmpty() ? 0 : activation.values().get(0).floatValue();
        return switch (activation.name()) {
            case IDENTITY -> new LinearRules.Identity();
            case RELU -> new LinearRules.Relu();
            case RELU6 -> new LinearRules.Relu6();
            case LEAKY_RELU -> new LinearRules.LeakyRelu(h);
            case THRESHOLDED_RELU -> new LinearRules.ThresholdedRelu(h);
            case HARD_SIGMOID -> new LinearRules.HardSigmoid(h);
            case HARD_TANH -> new LinearRules.HardTanh();
            case ELU -> new ExponentialRules.Elu(h);
            case SELU -> new ExponentialRules.Selu();
            case GELU -> new ExponentialRules.Gelu();
            case GELU_TANH -> new ExponentialRules.TanhGelu();
            case SWISH -> new ExponentialRules.Swish();
            case MISH -> new ExponentialRules.Mish();
            case SIGMOID -> new ExponentialRules.Sigmoid();
            case TANH -> new ExponentialRules.Tanh();
            case RECTIFIED_TANH -> new ExponentialRules.RectifiedTanh();
            case SOFTPLUS -> new ExponentialRules.Softplus();
            case RATIONAL_TANH -> new RationalRules.RationalTanh();
            case SOFTSIGN -> new RationalRules.Softsign();
            case CUBE -> new RationalRules.Cube();
            case SOFTMAX -> throw new IllegalArgumentException("Softmax looks at more than one unit.");
        };
    }
}
