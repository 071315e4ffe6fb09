package nightsweep.experiments.network;

import java.util.List;
import nightsweep.experiments.Named;

/** The activations that there are; {@code x} is a unit's pre-activation. */
public enum ActivationName implements Named {
    /** {@code x}. */
    IDENTITY("identity", Range.UNBOUNDED),
    /** {@code max(0, x)}. */
    RELU("relu", Range.NOT_NEGATIVE),
    /** {@code min(max(0, x), 6)}. */
    RELU6("relu6", Range.NOT_NEGATIVE),
    /** {@code x} where positive, else {@code slope * x}. */
    LEAKY_RELU("leaky-relu", Range.UNBOUNDED, new Hyperparameter("slope", 0.01)),
    /** {@code x} above {@code threshold}, else 0. */
    THRESHOLDED_RELU("thresholded-relu", Range.NOT_NEGATIVE, new Hyperparameter("threshold", 1.0)),
    /** {@code x} where positive, else {@code alpha * (exp(x) - 1)} (Clevert et al. 2016). */
    ELU("elu", Range.UNBOUNDED, new Hyperparameter("alpha", 1.0)),
    /** The scaled ELU of self-normalising networks (Klambauer et al. 2017). */
    SELU("selu", Range.UNBOUNDED),
    /** {@code x * Phi(x)} (Hendrycks and Gimpel 2016). */
    GELU("gelu", Range.UNBOUNDED),
    /** {@link #GELU} by its tanh approximation. */
    GELU_TANH("gelu-tanh", Range.UNBOUNDED),
    /** {@code x * sigmoid(x)}. */
    SWISH("swish", Range.UNBOUNDED),
    /** {@code x * tanh(softplus(x))} (Misra 2019). */
    MISH("mish", Range.UNBOUNDED),
    /** {@code 1 / (1 + exp(-x))}. */
    SIGMOID("sigmoid", Range.ZERO_TO_ONE),
    /** {@code min(1, max(0, slope * x + 0.5))}; of the usual slope, {@code relu6(x + 3) / 6}. */
    HARD_SIGMOID("hard-sigmoid", Range.ZERO_TO_ONE, new Hyperparameter("slope", 1.0 / 6)),
    /** {@code tanh(x)}. */
    TANH("tanh", Range.MINUS_ONE_TO_ONE),
    /** {@code min(1, max(-1, x))}. */
    HARD_TANH("hard-tanh", Range.MINUS_ONE_TO_ONE),
    /** A rational approximation of {@code 1.7159 tanh(2x/3)} (Rogoz et al. 2015). */
    RATIONAL_TANH("rational-tanh", Range.UNBOUNDED),
    /** {@code max(0, tanh(x))}. */
    RECTIFIED_TANH("rectified-tanh", Range.ZERO_TO_ONE),
    /** {@code x / (1 + |x|)}. */
    SOFTSIGN("softsign", Range.MINUS_ONE_TO_ONE),
    /** {@code log(1 + exp(x))}. */
    SOFTPLUS("softplus", Range.NOT_NEGATIVE),
    /** {@code exp(x)}, normalised to sum 1 over the units of the layer. */
    SOFTMAX("softmax", Range.ZERO_TO_ONE),
    /** {@code x^3}. */
    CUBE("cube", Range.UNBOUNDED);

    /** The values that an activation can take. */
    public enum Range {
        UNBOUNDED,
        NOT_NEGATIVE,
        ZERO_TO_ONE,
        MINUS_ONE_TO_ONE
    }

    private final String label;
    private final Range range;

    private final List<Hyperparameter> hyperparameters;

    ActivationName(String label, Range range, Hyperparameter... hyperparameters) {
        this.label = label;
        this.range = range;
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
}
