package nightsweep.experiments.network.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import nightsweep.experiments.network.LossName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExampleLossTest {
    private static final double H = 1e-6;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"F_MEASURE", "MULTI_LABEL"})
    void hasTheGradientOfItsValue(LossName name) {
        ExampleLoss loss = name.ofOneExample();
        SplittableRandom random = new SplittableRandom(11);
        double[] gradient = new double[4];
        for (int trial = 0; trial < 20; trial++) {
            double[] p = random.doubles(4, 0.05, 0.95).toArray();
            double[] y = {0.02, 0.02, 0.98, 0.02};
            double sum = 0;
            for (double value : y) {
                sum += value;
            }
            for (int i = 0; i < 4; i++) {
                y[i] /= sum;
            }

            loss.gradient(p, y, gradient);

            for (int i = 0; i < 4; i++) {
                double kept = p[i];
                p[i] = kept + H;
                double above = loss.value(p, y);
                p[i] = kept - H;
                double below = loss.value(p, y);
                p[i] = kept;
                double expected = (above - below) / (2 * H);
                assertThat(gradient[i])
                        .as("%s by output %s at %s", name, i, kept)
                        .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F_MEASURE", "MULTI_LABEL"})
    void rejectsLossesOfMoreThanOneExample(LossName name) {
        assertThatThrownBy(() -> name.ofOneExample())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An example by itself has no loss of the kind " + name.label() + ".");
    }
}
