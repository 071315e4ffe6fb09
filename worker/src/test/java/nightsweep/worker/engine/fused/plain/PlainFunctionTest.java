package nightsweep.worker.engine.fused.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.activation.UnitRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainFunctionTest {
    private static final double H = 1e-6;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void hasTheSlopeOfItsValue(ActivationName name) {
        PlainFunction function = PlainFunction.of(Activation.of(name));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(-8, 8);

            double slope = function.slope().applyAsDouble(x);

            double above = function.value().applyAsDouble(x + H);
            double below = function.value().applyAsDouble(x - H);
            assertThat(slope).as("%s at %s", name, x).isCloseTo((above - below) / (2 * H), within(1e-6 * (1 + slope)));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void isTheRule(ActivationName name) {
        PlainFunction function = PlainFunction.of(Activation.of(name));
        UnitRule rule = Activation.of(name).rule(Arithmetic.DOUBLE);
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 1_000; i++) {
            double x = random.nextDouble(-30, 30);

            double value = function.value().applyAsDouble(x);
            double slope = function.slope().applyAsDouble(x);

            assertThat(rule.value(x, rule.core(x))).isCloseTo(value, within(1e-14 * Math.abs(value) + 1e-15));
            assertThat(rule.slope(x, rule.core(x))).isCloseTo(slope, within(1e-13 * Math.abs(slope) + 1e-15));
        }
    }

    @Test
    void rejectsSoftmax() {
        assertThatThrownBy(() -> Activation.of(ActivationName.SOFTMAX).rule(Arithmetic.DOUBLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Softmax looks at more than one unit.");
    }
}
