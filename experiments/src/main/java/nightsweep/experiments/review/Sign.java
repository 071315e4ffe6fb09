package nightsweep.experiments.review;

import nightsweep.experiments.network.ActivationName;

/** How small the values of an activation get. */
enum Sign {
    /** Above 0 always. */
    POSITIVE,
    /** 0 or above, and exactly 0 for a whole range of pre-activations. */
    ZERO,
    /** Below 0 as well. */
    NEGATIVE;

    static Sign of(ActivationName activation) {
        return switch (activation) {
            case SIGMOID, SOFTMAX, SOFTPLUS -> POSITIVE;
            case RELU, RELU6, THRESHOLDED_RELU, HARD_SIGMOID, RECTIFIED_TANH -> ZERO;
            case IDENTITY,
                    LEAKY_RELU,
                    ELU,
                    SELU,
                    GELU,
                    GELU_TANH,
                    SWISH,
                    MISH,
                    TANH,
                    HARD_TANH,
                    RATIONAL_TANH,
                    SOFTSIGN,
                    CUBE -> NEGATIVE;
        };
    }
}
