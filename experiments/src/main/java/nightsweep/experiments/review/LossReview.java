package nightsweep.experiments.review;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.ActivationName.Range;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.TargetEncoding;

/** Whether a loss has a meaning, and a gradient, for the values that an output activation takes. */
final class LossReview {
    private LossReview() {}

    static List<Finding> of(LayerSpec.Output output) {
        ActivationName activation = output.activation().name();
        LossName loss = output.loss();
        return finding(loss, activation, output.encoding())
                .map(message -> Finding.doubtful(doubt(loss), message))
                .map(List::of)
                .orElse(List.of());
    }

    private static Doubt doubt(LossName loss) {
        return switch (loss) {
            case CROSS_ENTROPY,
                    NEGATIVE_LOG_LIKELIHOOD,
                    SPARSE_CROSS_ENTROPY,
                    KL_DIVERGENCE,
                    BINARY_CROSS_ENTROPY,
                    SUMMED_BINARY_CROSS_ENTROPY,
                    HINGE,
                    SUMMED_HINGE,
                    SQUARED_HINGE,
                    SUMMED_SQUARED_HINGE,
                    WASSERSTEIN,
                    MEAN_ABSOLUTE_PERCENTAGE_ERROR,
                    MEAN_SQUARED_LOGARITHMIC_ERROR,
                    POISSON,
                    SUMMED_POISSON,
                    F_MEASURE -> Doubt.UNSUITED_LOSS;
            default -> Doubt.FLAT_OUTPUT;
        };
    }

    private static Optional<String> finding(LossName loss, ActivationName activation, TargetEncoding encoding) {
        return switch (loss) {
            case CROSS_ENTROPY, NEGATIVE_LOG_LIKELIHOOD, SPARSE_CROSS_ENTROPY, KL_DIVERGENCE ->
                likelihood(loss, activation);
            case BINARY_CROSS_ENTROPY, SUMMED_BINARY_CROSS_ENTROPY -> binary(loss, activation);
            case HINGE, SUMMED_HINGE, SQUARED_HINGE, SUMMED_SQUARED_HINGE -> margin(loss, activation);
            case WASSERSTEIN ->
                Optional.of("wasserstein is a critic's loss and falls as outputs move away from their "
                        + "targets, so classes are learnt the wrong way round: use hinge.");
            case MEAN_ABSOLUTE_PERCENTAGE_ERROR ->
                encoding.low() == 0
                        ? Optional.of(
                                "mean-absolute-percentage-error divides by the target, which is 0 for every class that "
                                        + "an example is not of, so it is infinite: use mean-absolute-error.")
                        : Optional.empty();
            case MEAN_SQUARED_LOGARITHMIC_ERROR -> logarithmic(loss, activation);
            case POISSON, SUMMED_POISSON -> poisson(loss, activation);
            case F_MEASURE ->
                activation.range() == Range.ZERO_TO_ONE
                        ? Optional.empty()
                        : Optional.of(pair(activation, loss) + "counts outputs as probabilities, which "
                                + activation.label() + " does not keep within 0..1: use sigmoid.");
            case MULTI_LABEL -> Optional.empty();
            // The size of an error.
            default -> flat(loss, activation);
        };
    }

    private static Optional<String> likelihood(LossName loss, ActivationName activation) {
        if (activation == ActivationName.SOFTMAX) {
            return Optional.empty();
        }
        String reason = switch (Sign.of(activation)) {
            case NEGATIVE -> "takes logarithms of outputs that may be negative, which do not exist";
            case ZERO -> "takes logarithms of outputs that may be 0, which are infinite";
            case POSITIVE ->
                "rewards a large output for the right class and never a small one for the others, "
                        + "as outputs do not sum to 1";
        };
        return Optional.of(pair(activation, loss) + reason + ": use softmax.");
    }

    private static Optional<String> binary(LossName loss, ActivationName activation) {
        if (activation == ActivationName.SIGMOID) {
            return Optional.empty();
        }
        if (activation == ActivationName.SOFTMAX) {
            return Optional.of(
                    pair(activation, loss) + "takes units for independent that softmax ties together, so every "
                            + "mistake counts more than once: use cross-entropy with softmax, or sigmoid.");
        }
        String reason = activation.range() == Range.ZERO_TO_ONE
                ? "takes logarithms of p and 1 - p, one of which is infinite where an output is exactly 0 or 1"
                : "takes logarithms of p and 1 - p, which do not exist for outputs outside 0..1";
        return Optional.of(pair(activation, loss) + reason + ": use sigmoid.");
    }

    private static Optional<String> margin(LossName loss, ActivationName activation) {
        return switch (activation.range()) {
            case ZERO_TO_ONE, NOT_NEGATIVE ->
                Optional.of(pair(activation, loss) + "wants outputs of -1 and below for the "
                        + "classes that an example is not of, which are never negative: use identity or tanh.");
            case UNBOUNDED, MINUS_ONE_TO_ONE -> Optional.empty();
        };
    }

    private static Optional<String> logarithmic(LossName loss, ActivationName activation) {
        return switch (activation.range()) {
            case ZERO_TO_ONE, NOT_NEGATIVE -> Optional.empty();
            case UNBOUNDED ->
                Optional.of(pair(activation, loss)
                        + "takes the logarithm of 1 + p, which does not exist for outputs below -1: use sigmoid.");
            case MINUS_ONE_TO_ONE ->
                Optional.of(pair(activation, loss)
                        + "takes the logarithm of 1 + y, which is infinite for targets of -1: use sigmoid.");
        };
    }

    private static Optional<String> poisson(LossName loss, ActivationName activation) {
        return switch (Sign.of(activation)) {
            case POSITIVE -> Optional.empty();
            case ZERO ->
                Optional.of(pair(activation, loss)
                        + "takes logarithms of outputs that may be 0, which are infinite: use softplus.");
            case NEGATIVE ->
                Optional.of(pair(activation, loss)
                        + "takes logarithms of outputs that may be negative, which do not exist: use softplus.");
        };
    }

    /** Rectified outputs have no gradient where they are 0. */
    private static Optional<String> flat(LossName loss, ActivationName activation) {
        return Sign.of(activation) == Sign.ZERO
                ? Optional.of(
                        pair(activation, loss) + "has no gradient where an output is 0 and cut off, so a unit that is "
                                + "0 for every example stays so: use sigmoid, softmax or identity.")
                : Optional.empty();
    }

    private static String pair(ActivationName activation, LossName loss) {
        return loss.label() + " on " + activation.label() + " outputs ";
    }
}
