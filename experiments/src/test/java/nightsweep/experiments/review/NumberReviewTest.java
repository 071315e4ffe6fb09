package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.TargetEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumberReviewTest {
    private static List<String> findings(int units, ActivationName activation, LossName loss, TargetEncoding encoding) {
        Initial start = new Initial.Scaled(Initial.Scale.XAVIER);
        LayerSpec.Output output = new LayerSpec.Output(units, Activation.of(activation), loss, start, start, encoding);
        return NumberReview.of(output).stream().map(Finding::message).toList();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "MEAN_SQUARED_ERROR",
                "SQUARED_ERROR",
                "HALF_SQUARED_ERROR",
                "MEAN_ABSOLUTE_ERROR",
                "ABSOLUTE_ERROR",
                "HUBER",
                "LOG_COSH"
            })
    void findsNothingInWhatPredictsANumber(LossName loss) {
        assertThat(findings(1, ActivationName.IDENTITY, loss, TargetEncoding.ZERO_ONE))
                .isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(findings(3, ActivationName.SOFTMAX, LossName.POISSON, new TargetEncoding(0, 0.9)))
                .containsExactly(
                        "One number is to be predicted, but the output layer has 3 units: give it units: 1.",
                        "poisson does not say how far a predicted number is from the true one, above or below: take"
                                + " mean-squared-error, squared-error, half-squared-error, mean-absolute-error,"
                                + " absolute-error, huber, log-cosh.",
                        "softmax outputs do not take every value that a number may have, which is trained on less its mean"
                                + " and divided by its deviation: take identity, or leave activation out.",
                        "A number to predict is its own target: leave targets out of the output layer.");
    }

    @ParameterizedTest
    @EnumSource(names = {"POISSON", "HINGE", "WASSERSTEIN", "MEAN_ABSOLUTE_PERCENTAGE_ERROR"})
    void refusesLossesOfOtherTargets(LossName loss) {
        assertThat(findings(1, ActivationName.IDENTITY, loss, TargetEncoding.usual(loss, ActivationName.IDENTITY)))
                .singleElement()
                .asString()
                .startsWith(loss.label() + " does not say how far a predicted number is");
    }
}
