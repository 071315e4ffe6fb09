package nightsweep.experiments.network;

import java.util.List;
import nightsweep.experiments.Named;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.activation.ExponentialRules;
import nightsweep.experiments.network.activation.LinearRules;
import nightsweep.experiments.network.activation.RationalRules;
import nightsweep.experiments.network.activation.UnitRule;

/** The activations that there are, a line each; {@code x} is a unit's pre-activation. Their formulas stand in the rules. */
public enum ActivationName implements Named {
    /** {@code x}. */
    IDENTITY("identity", Range.UNBOUNDED, (n, h) -> new LinearRules.Identity()),
    /** {@code max(0, x)}. */
    RELU("relu", Range.NOT_NEGATIVE, (n, h) -> new LinearRules.Relu()),
    /** {@code min(max(0, x), 6)}. */
    RELU6("relu6", Range.NOT_NEGATIVE, (n, h) -> new LinearRules.Relu6()),
    /** {@code x} where positive, else {@code slope * x}. */
    LEAKY_RELU(
            "leaky-relu",
            Range.UNBOUNDED,
            (n, h) -> new LinearRules.LeakyRelu(n, h.get(0)),
            new Hyperparameter("slope", 0.01)),
    /** {@code x} above {@code threshold}, else 0. */
    THRESHOLDED_RELU(
            "thresholded-relu",
            Range.NOT_NEGATIVE,
            (n, h) -> new LinearRules.ThresholdedRelu(h.get(0)),
            new Hyperparameter("threshold", 1.0)),
    /** {@code x} where positive, else {@code alpha * (exp(x) - 1)} (Clevert et al. 2016). */
    ELU("elu", Range.UNBOUNDED, (n, h) -> new ExponentialRules.Elu(n, h.get(0)), new Hyperparameter("alpha", 1.0)),
    /** The scaled ELU of self-normalising networks (Klambauer et al. 2017). */
    SELU("selu", Range.UNBOUNDED, (n, h) -> new ExponentialRules.Selu(n)),
    /** {@code x * Phi(x)} (Hendrycks and Gimpel 2016). */
    GELU("gelu", Range.UNBOUNDED, (n, h) -> new ExponentialRules.Gelu(n)),
    /** {@link #GELU} by its tanh approximation. */
    GELU_TANH("gelu-tanh", Range.UNBOUNDED, (n, h) -> new ExponentialRules.TanhGelu(n)),
    /** {@code x * sigmoid(x)}. */
    SWISH("swish", Range.UNBOUNDED, (n, h) -> new ExponentialRules.Swish(n)),
    /** {@code x * tanh(softplus(x))} (Misra 2019). */
    MISH("mish", Range.UNBOUNDED, (n, h) -> new ExponentialRules.Mish(n)),
    /** {@code 1 / (1 + exp(-x))}. */
    SIGMOID("sigmoid", Range.ZERO_TO_ONE, (n, h) -> new ExponentialRules.Sigmoid(n)),
    /** {@code min(1, max(0, slope * x + 0.5))}; of the usual slope, {@code relu6(x + 3) / 6}. */
    HARD_SIGMOID(
            "hard-sigmoid",
            Range.ZERO_TO_ONE,
            (n, h) -> new LinearRules.HardSigmoid(n, h.get(0)),
            new Hyperparameter("slope", 1.0 / 6)),
    /** {@code tanh(x)}. */
    TANH("tanh", Range.MINUS_ONE_TO_ONE, (n, h) -> new ExponentialRules.Tanh(n)),
    /** {@code min(1, max(-1, x))}. */
    HARD_TANH("hard-tanh", Range.MINUS_ONE_TO_ONE, (n, h) -> new LinearRules.HardTanh()),
    /** A rational approximation of {@code 1.7159 tanh(2x/3)} (Rogoz et al. 2015). */
    RATIONAL_TANH("rational-tanh", Range.UNBOUNDED, (n, h) -> new RationalRules.RationalTanh(n)),
    /** {@code max(0, tanh(x))}. */
    RECTIFIED_TANH("rectified-tanh", Range.ZERO_TO_ONE, (n, h) -> new ExponentialRules.RectifiedTanh(n)),
    /** {@code x / (1 + |x|)}. */
    SOFTSIGN("softsign", Range.MINUS_ONE_TO_ONE, (n, h) -> new RationalRules.Softsign(n)),
    /** {@code log(1 + exp(x))}. */
    SOFTPLUS("softplus", Range.NOT_NEGATIVE, (n, h) -> new ExponentialRules.Softplus(n)),
    /** {@code exp(x)}, normalised to sum 1 over the units of the layer. */
    SOFTMAX("softmax", Range.ZERO_TO_ONE, (n, h) -> {
        throw new IllegalArgumentException("Softmax looks at more than one unit.");
    }),
    /** {@code x^3}. */
    CUBE("cube", Range.UNBOUNDED, (n, h) -> new RationalRules.Cube(n));

    /** The values that an activation can take. */
    public enum Range {
        UNBOUNDED,
        NOT_NEGATIVE,
        ZERO_TO_ONE,
        MINUS_ONE_TO_ONE
    }

    /** Its formula in an arithmetic, with its hyperparameters as that rounds them. */
    @FunctionalInterface
    interface Formula {
        UnitRule in(Arithmetic n, List<Double> h);
    }

    private final String label;
    private final Range range;
    private final Formula formula;

    private final List<Hyperparameter> hyperparameters;

    ActivationName(String label, Range range, Formula formula, Hyperparameter... hyperparameters) {
        this.label = label;
        this.range = range;
        this.formula = formula;
        this.hyperparameters = List.of(hyperparameters);
    }

    @Override
    public String label() {
        return label;
    }

    /** The values that it can take. */
    public Range range() {
        return range;
    }

    /** The numbers that shape it, in the order of {@link Activation#values}. */
    public List<Hyperparameter> hyperparameters() {
        return hyperparameters;
    }

    UnitRule rule(Arithmetic n, List<Double> hyperparameters) {
        return formula.in(n, hyperparameters);
    }
}
