package nightsweep.experiments.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.training.LearningRate.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateTest {

    static Stream<Arguments> formulas() {
        return Stream.of(
                arguments(new Schedule.Constant(), formula(t -> 0.4)),
                arguments(new Schedule.Step(0.5, 3), formula(t -> t < 3 ? 0.4 : t < 6 ? 0.2 : t < 9 ? 0.1 : 0.05)),
                arguments(new Schedule.Exponential(0.9), formula(t -> 0.4 * Math.pow(0.9, t))),
                arguments(new Schedule.Inverse(0.5, 2), formula(t -> 0.4 / ((1 + 0.5 * t) * (1 + 0.5 * t)))),
                arguments(new Schedule.Polynomial(2, 10), formula(t -> 0.4 * (1 - t / 10.0) * (1 - t / 10.0))),
                arguments(new Schedule.Sigmoid(0.7, 5), formula(t -> 0.4 / (1 + Math.exp(0.7 * (t - 5))))),
                arguments(new Schedule.Cosine(10), formula(t -> 0.2 * (1 + Math.cos(Math.PI * t / 10)))),
                arguments(new Schedule.Pieces(Map.of(7, 0.0, 2, 0.3)), formula(t -> t < 2 ? 0.4 : t < 7 ? 0.3 : 0)));
    }

    private static DoubleUnaryOperator formula(DoubleUnaryOperator formula) {
        return formula;
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void followsItsFormula(Schedule schedule, DoubleUnaryOperator formula) {
        LearningRate byEpoch = new LearningRate(0.4, schedule, Unit.EPOCH, 0);
        LearningRate byStep = new LearningRate(0.4, schedule, Unit.STEP, 0);

        for (int t = 0; t <= 10; t++) {
            double expected = formula.applyAsDouble(t);
            assertThat(byEpoch.at(1000, t)).as("epoch %d", t).isCloseTo(expected, within(1e-15));
            assertThat(byStep.at(t, 1000)).as("step %d", t).isCloseTo(expected, within(1e-15));
        }
    }

    @Test
    void staysAtItsEnd() {
        assertThat(new Schedule.Polynomial(1, 10).at(0.4, 11)).isZero();
        assertThat(new Schedule.Cosine(10).at(0.4, 11)).isZero();
        assertThat(new Schedule.Pieces(Map.of(7, 0.1)).at(0.4, 1_000_000_000_000L))
                .isEqualTo(0.1);
    }

    @Test
    void warmsUpInAStraightLineToWhereTheScheduleHasIt() {
        LearningRate rate = new LearningRate(0.4, new Schedule.Step(0.5, 4), Unit.STEP, 4);

        assertThat(rate.at(0, 0)).isEqualTo(0.1);
        assertThat(rate.at(1, 0)).isEqualTo(0.2);
        assertThat(rate.at(2, 0)).isCloseTo(0.3, within(1e-15));
        assertThat(rate.at(3, 0)).isEqualTo(0.4);
        assertThat(rate.at(4, 0)).isEqualTo(0.2);
    }

    @Test
    void refusesImpossibleRates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRate.constant(0))
                .withMessage("learning-rate must be positive, but got 0.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningRate.constant(Double.NaN))
                .withMessage("learning-rate must be positive, but got NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningRate(1, new Schedule.Constant(), Unit.EPOCH, -1))
                .withMessage("warm-up must not be negative, but got -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule.Pieces(Map.of(1, -0.5)))
                .withMessage("rate must not be negative, but got -0.5.");
    }
}
