package nightsweep.worker.engine.fused.vector;

import java.util.Optional;
import nightsweep.experiments.network.Activation;

/** Which function an activation is. */
final class UnitFunctions {
    private UnitFunctions() {}

    /** Its function on lanes; empty where there is none. */
    static Optional<UnitFunction> of(Activation activation) {
        float h = activation.values().isEmpty() ? 0 : activation.values().get(0).floatValue();
        return Optional.ofNullable(
                switch (activation.name()) {
                    case IDENTITY -> new PiecewiseLinear.Identity();
                    case RELU -> new PiecewiseLinear.Relu();
                    case RELU6 -> new PiecewiseLinear.Relu6();
                    case LEAKY_RELU -> new PiecewiseLinear.LeakyRelu(h);
                    case THRESHOLDED_RELU -> new PiecewiseLinear.ThresholdedRelu(h);
                    case HARD_SIGMOID -> new PiecewiseLinear.HardSigmoid(h);
                    case HARD_TANH -> new PiecewiseLinear.HardTanh();
                    case ELU -> new Exponential.Elu(h);
                    case SELU -> new Exponential.Selu();
                    case GELU -> new Exponential.Gelu();
                    case GELU_TANH -> new Exponential.TanhGelu();
                    case SWISH -> new Exponential.Swish();
                    case MISH -> new Exponential.Mish();
                    case SIGMOID -> new Exponential.Sigmoid();
                    case TANH -> new Exponential.Tanh();
                    case RECTIFIED_TANH -> new Exponential.RectifiedTanh();
                    case SOFTPLUS -> new Exponential.Softplus();
                    case RATIONAL_TANH -> new Rational.RationalTanh();
                    case SOFTSIGN -> new Rational.Softsign();
                    case CUBE -> new Rational.Cube();
                    default -> null;
                });
    }
}
