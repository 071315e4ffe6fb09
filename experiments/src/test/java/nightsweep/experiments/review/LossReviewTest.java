package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.ADAM;
import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.doubtful;
import static nightsweep.experiments.review.Cases.network;
import static nightsweep.experiments.review.Cases.output;
import static nightsweep.experiments.review.Cases.review;
import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.Doubt;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossReviewTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CROSS_ENTROPY | TANH | takes logarithms of outputs that may be negative, which do not exist: use softmax.",
                "CROSS_ENTROPY | IDENTITY | takes logarithms of outputs that may be negative, which do not exist: use softmax.",
                "NEGATIVE_LOG_LIKELIHOOD | RELU | takes logarithms of outputs that may be 0, which are infinite: use softmax.",
                "SPARSE_CROSS_ENTROPY | SIGMOID | rewards a large output for the right class and never a small one for the others, as outputs do not sum to 1: use softmax.",
                "KL_DIVERGENCE | SOFTPLUS | rewards a large output for the right class and never a small one for the others, as outputs do not sum to 1: use softmax.",
                "BINARY_CROSS_ENTROPY | SOFTMAX | takes units for independent that softmax ties together, so every mistake counts more than once: use cross-entropy with softmax, or sigmoid.",
                "BINARY_CROSS_ENTROPY | TANH | takes logarithms of p and 1 - p, which do not exist for outputs outside 0..1: use sigmoid.",
                "BINARY_CROSS_ENTROPY | RELU | takes logarithms of p and 1 - p, which do not exist for outputs outside 0..1: use sigmoid.",
                "BINARY_CROSS_ENTROPY | HARD_SIGMOID | takes logarithms of p and 1 - p, one of which is infinite where an output is exactly 0 or 1: use sigmoid.",
                "HINGE | SIGMOID | wants outputs of -1 and below for the classes that an example is not of, which are never negative: use identity or tanh.",
                "SQUARED_HINGE | SOFTMAX | wants outputs of -1 and below for the classes that an example is not of, which are never negative: use identity or tanh.",
                "HINGE | RELU | wants outputs of -1 and below for the classes that an example is not of, which are never negative: use identity or tanh.",
                "MEAN_SQUARED_LOGARITHMIC_ERROR | IDENTITY | takes the logarithm of 1 + p, which does not exist for outputs below -1: use sigmoid.",
                "MEAN_SQUARED_LOGARITHMIC_ERROR | TANH | takes the logarithm of 1 + y, which is infinite for targets of -1: use sigmoid.",
                "POISSON | RELU | takes logarithms of outputs that may be 0, which are infinite: use softplus.",
                "POISSON | TANH | takes logarithms of outputs that may be negative, which do not exist: use softplus.",
                "F_MEASURE | IDENTITY | counts outputs as probabilities, which identity does not keep within 0..1: use sigmoid.",
                "MEAN_SQUARED_ERROR | RELU | has no gradient where an output is 0 and cut off, so a unit that is 0 for every example stays so: use sigmoid, softmax or identity."
            })
    void doubtsActivationsThatDoNotSuitTheLoss(LossName loss, ActivationName activation, String reason) {
        NetworkSpec network = network(output(2, activation, loss));

        assertThat(review(POINTS, network, ADAM, TWO))
                .containsExactly(Finding.doubtful(
                        loss == LossName.MEAN_SQUARED_ERROR ? Doubt.FLAT_OUTPUT : Doubt.UNSUITED_LOSS,
                        loss.label() + " on " + activation.label() + " outputs " + reason));
    }

    @ParameterizedTest
    @CsvSource({
        "HINGE, TANH",
        "HINGE, IDENTITY",
        "MEAN_SQUARED_LOGARITHMIC_ERROR, RELU",
        "POISSON, SIGMOID",
        "F_MEASURE, SOFTMAX",
        "SQUARED_ERROR, TANH",
        "MEAN_SQUARED_ERROR, SOFTMAX",
        "MULTI_LABEL, TANH",
        "MEAN_ABSOLUTE_PERCENTAGE_ERROR, TANH"
    })
    void acceptsActivationsThatSuitTheLoss(LossName loss, ActivationName activation) {
        assertThat(review(POINTS, network(output(2, activation, loss)), ADAM, TWO))
                .isEmpty();
    }

    @Test
    void doubtsPercentagesOfZero() {
        NetworkSpec network = network(output(1, ActivationName.SIGMOID, LossName.MEAN_ABSOLUTE_PERCENTAGE_ERROR));

        assertThat(doubtful(POINTS, network, ADAM, TWO))
                .containsExactly(
                        "mean-absolute-percentage-error divides by the target, which is 0 for every class that "
                                + "an example is not of, so it is infinite: use mean-absolute-error.");
    }

    @Test
    void doubtsTheLossOfACritic() {
        NetworkSpec network = network(output(1, ActivationName.IDENTITY, LossName.WASSERSTEIN));

        assertThat(doubtful(POINTS, network, ADAM, TWO))
                .containsExactly("wasserstein is a critic's loss and falls as outputs move away from their targets, so "
                        + "classes are learnt the wrong way round: use hinge.");
    }
}
