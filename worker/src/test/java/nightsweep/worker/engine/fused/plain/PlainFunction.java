package nightsweep.worker.engine.fused.plain;

import java.util.function.DoubleUnaryOperator;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.activation.UnitRule;

/**
 * An activation of one unit and its derivative, in double precision, written down a second time to hold rules against. At a
 * kink the derivative is the one that DL4J takes.
 */
public record PlainFunction(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double GELU_CUBIC = 0.044715;
    private static final double GELU_SCALE = 2 * Math.sqrt(2 / Math.PI);
    private static final double RATIONAL_SCALE = 1.7159;
    private static final double RATIONAL_QUARTIC = 1.41645;

    /** The function of an activation; one that is not written down here is its rule. */
    public static PlainFunction of(Activation activation) {
        double h = activation.values().isEmpty() ? 0 : activation.values().get(0);
        return switch (activation.name()) {
            case IDENTITY -> new PlainFunction(x -> x, x -> 1);
            case RELU -> new PlainFunction(x -> x <= 0 ? 0 : x, x -> x > 0 ? 1 : 0);
            case RELU6 -> new PlainFunction(x -> x <= 0 ? 0 : x >= 6 ? 6 : x, x -> x > 0 && x < 6 ? 1 : 0);
            case LEAKY_RELU -> new PlainFunction(x -> x < 0 ? h * x : x, x -> x < 0 ? h : 1);
            case THRESHOLDED_RELU -> new PlainFunction(x -> x <= h ? 0 : x, x -> x > h ? 1 : 0);
            case ELU ->
                new PlainFunction(x -> x < 0 ? h * StrictMath.expm1(x) : x, x -> x < 0 ? h * StrictMath.exp(x) : 1);
            case SELU ->
                new PlainFunction(
                        x -> x > 0 ? SELU_SCALE * x : SELU_SCALE * SELU_ALPHA * StrictMath.expm1(x),
                        x -> x > 0 ? SELU_SCALE : SELU_SCALE * SELU_ALPHA * StrictMath.exp(x));
            case GELU -> new PlainFunction(x -> x * normal(x), x -> normal(x) + x * density(x));
            case GELU_TANH -> new PlainFunction(x -> x * geluGate(x), PlainFunction::geluSlope);
            case SWISH ->
                new PlainFunction(x -> x * sigmoid(x), x -> {
                    double s = sigmoid(x);
                    return s + x * s * (1 - s);
                });
            case MISH ->
                new PlainFunction(x -> x * StrictMath.tanh(softplus(x)), x -> {
                    double t = StrictMath.tanh(softplus(x));
                    return t + x * (1 - t * t) * sigmoid(x);
                });
            case SIGMOID -> new PlainFunction(PlainFunction::sigmoid, x -> sigmoid(x) * (1 - sigmoid(x)));
            case HARD_SIGMOID ->
                new PlainFunction(x -> Math.max(0, Math.min(1, h * x + 0.5)), x -> Math.abs(h * x) > 0.5 ? 0 : h);
            case TANH -> new PlainFunction(StrictMath::tanh, x -> 1 - StrictMath.tanh(x) * StrictMath.tanh(x));
            case HARD_TANH -> new PlainFunction(x -> x < -1 ? -1 : x > 1 ? 1 : x, x -> x < -1 || x > 1 ? 0 : 1);
            case RATIONAL_TANH -> new PlainFunction(PlainFunction::rationalTanh, PlainFunction::rationalTanhSlope);
            case RECTIFIED_TANH ->
                new PlainFunction(
                        x -> x <= 0 ? 0 : StrictMath.tanh(x),
                        x -> x > 0 ? 1 - StrictMath.tanh(x) * StrictMath.tanh(x) : 0);
            case SOFTSIGN ->
                new PlainFunction(x -> x / (1 + Math.abs(x)), x -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))));
            case SOFTPLUS -> new PlainFunction(PlainFunction::softplus, PlainFunction::sigmoid);
            case CUBE -> new PlainFunction(x -> x * x * x, x -> 3 * x * x);
            default -> ofRule(activation);
        };
    }

    private static PlainFunction ofRule(Activation activation) {
        UnitRule rule = activation.rule(Arithmetic.DOUBLE);
        return new PlainFunction(x -> rule.value(x, rule.core(x)), x -> rule.slope(x, rule.core(x)));
    }

    private static double normal(double x) {
        return Arithmetic.DOUBLE.normal(x);
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(Math.exp(-Math.abs(x)));
    }

    private static double geluGate(double x) {
        return sigmoid(GELU_SCALE * (x + GELU_CUBIC * x * x * x));
    }

    private static double geluSlope(double x) {
        double gate = geluGate(x);
        return gate + x * gate * (1 - gate) * GELU_SCALE * (1 + 3 * GELU_CUBIC * x * x);
    }

    private static double rationalTanh(double x) {
        double y = Math.abs(2 * x / 3);
        return RATIONAL_SCALE * Math.signum(x) * (1 - 1 / (1 + y + y * y + RATIONAL_QUARTIC * y * y * y * y));
    }

    private static double rationalTanhSlope(double x) {
        double y = Math.abs(2 * x / 3);
        double a = 1 + y + y * y + RATIONAL_QUARTIC * y * y * y * y;
        return RATIONAL_SCALE * 2 / 3 * (1 + 2 * y + 4 * RATIONAL_QUARTIC * y * y * y) / (a * a);
    }
}
