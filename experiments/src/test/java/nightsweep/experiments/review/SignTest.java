package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.activation.UnitRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignTest {
    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "SOFTMAX", "SOFTPLUS"})
    void knowsWhatIsAboveZero(ActivationName name) {
        assertThat(Sign.of(name)).isEqualTo(Sign.POSITIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"RELU", "RELU6", "THRESHOLDED_RELU", "HARD_SIGMOID", "RECTIFIED_TANH"})
    void knowsWhatIsZeroForAWholeRange(ActivationName name) {
        assertThat(Sign.of(name)).isEqualTo(Sign.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "IDENTITY",
                "LEAKY_RELU",
                "ELU",
                "SELU",
                "GELU",
                "GELU_TANH",
                "SWISH",
                "MISH",
                "TANH",
                "HARD_TANH",
                "RATIONAL_TANH",
                "SOFTSIGN",
                "CUBE"
            })
    void knowsWhatGetsBelowZero(ActivationName name) {
        assertThat(Sign.of(name)).isEqualTo(Sign.NEGATIVE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void staysWithinItsRange(ActivationName name) {
        UnitRule rule = Activation.of(name).rule(Arithmetic.DOUBLE);

        for (double x = -40; x < 40; x += 0.125) {
            double value = rule.value(x, rule.core(x));
            switch (name.range()) {
                case UNBOUNDED -> assertThat(value).isFinite();
                case NOT_NEGATIVE -> assertThat(value).isNotNegative();
                case ZERO_TO_ONE -> assertThat(value).isBetween(0.0, 1.0);
                case MINUS_ONE_TO_ONE -> assertThat(value).isBetween(-1.0, 1.0);
            }
        }
    }
}
