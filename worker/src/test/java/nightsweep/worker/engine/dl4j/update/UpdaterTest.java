package nightsweep.worker.engine.dl4j.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.optimizer.AdaBelief;
import nightsweep.experiments.training.optimizer.AdaDelta;
import nightsweep.experiments.training.optimizer.AdaGrad;
import nightsweep.experiments.training.optimizer.AdaMax;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.Nadam;
import nightsweep.experiments.training.optimizer.Nesterov;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.RateUse;
import nightsweep.experiments.training.optimizer.RmsProp;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.worker.engine.dl4j.Nd4jRuntime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

/** Three steps of each optimizer against the formula that is promised for it. */
class UpdaterTest {
    private static final double R = 0.1;
    private static final LearningRate RATE =
            new LearningRate(R, new LearningRate.Schedule.Exponential(0.5), LearningRate.Unit.STEP, 0);
    private static final double B1 = 0.9;
    private static final double B2 = 0.99;
    private static final double EPSILON = 1e-3;
    private static final float[][] GRADIENTS = {{0.5f, -1e-3f, 0}, {0.25f, 2e-3f, 1e-4f}, {-0.125f, 1e-3f, 0}};

    /** What is subtracted from a parameter; keeps what it must remember of it in {@code state}. */
    interface Rule {
        double step(double[] state, double g, int t);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new Sgd(), (Rule) (s, g, t) -> rate(t) * g),
                Arguments.of(new Momentum(0.9, RateUse.AT_USE), (Rule) (s, g, t) -> {
                    s[0] = 0.9 * s[0] + g;
                    return rate(t) * s[0];
                }),
                Arguments.of(new Momentum(0.9, RateUse.AT_GRADIENT), (Rule) (s, g, t) -> {
                    s[0] = 0.9 * s[0] + rate(t) * g;
                    return s[0];
                }),
                Arguments.of(new Nesterov(0.9, RateUse.AT_USE), (Rule) (s, g, t) -> {
                    s[0] = 0.9 * s[0] + g;
                    return rate(t) * (g + 0.9 * s[0]);
                }),
                Arguments.of(new Nesterov(0.9, RateUse.AT_GRADIENT), (Rule) (s, g, t) -> {
                    s[0] = 0.9 * s[0] + rate(t) * g;
                    return rate(t) * g + 0.9 * s[0];
                }),
                Arguments.of(new AdaGrad(EPSILON), (Rule) (s, g, t) -> {
                    s[0] += g * g;
                    return rate(t) * g / (Math.sqrt(s[0]) + EPSILON);
                }),
                Arguments.of(new AdaDelta(0.9, EPSILON), (Rule) (s, g, t) -> {
                    s[0] = 0.9 * s[0] + 0.1 * g * g;
                    double step = g * Math.sqrt(s[1] + EPSILON) / Math.sqrt(s[0] + EPSILON);
                    s[1] = 0.9 * s[1] + 0.1 * step * step;
                    return rate(t) * step;
                }),
                Arguments.of(new RmsProp(0.9, EPSILON), (Rule) (s, g, t) -> {
                    s[0] = 0.9 * s[0] + 0.1 * g * g;
                    return rate(t) * g / (Math.sqrt(s[0]) + EPSILON);
                }),
                Arguments.of(new Adam(B1, B2, EPSILON, 0), (Rule) (s, g, t) -> {
                    moments(s, g);
                    return mean(s, t) / (Math.sqrt(s[1] / (1 - Math.pow(B2, t))) + EPSILON);
                }),
                Arguments.of(new Adam(B1, B2, 0, EPSILON), (Rule) (s, g, t) -> {
                    moments(s, g);
                    return mean(s, t) / ((Math.sqrt(s[1]) + EPSILON) / Math.sqrt(1 - Math.pow(B2, t)));
                }),
                Arguments.of(new AdaMax(B1, B2, EPSILON), (Rule) (s, g, t) -> {
                    s[0] = B1 * s[0] + (1 - B1) * g;
                    s[1] = Math.max(B2 * s[1], Math.abs(g) + EPSILON);
                    return mean(s, t) / s[1];
                }),
                Arguments.of(new Nadam(B1, B2, EPSILON, 0.5), (Rule) (s, g, t) -> {
                    moments(s, g);
                    double product = 1;
                    for (int i = 1; i <= t; i++) {
                        product *= momentum(i);
                    }
                    double mean = momentum(t + 1) * s[0] / (1 - product * momentum(t + 1))
                            + (1 - momentum(t)) * g / (1 - product);
                    return rate(t) * mean / (Math.sqrt(s[1] / (1 - Math.pow(B2, t))) + EPSILON);
                }),
                Arguments.of(new AmsGrad(B1, B2, EPSILON, 0), (Rule) (s, g, t) -> {
                    moments(s, g);
                    s[2] = Math.max(s[2], s[1]);
                    return mean(s, t) / (Math.sqrt(s[2] / (1 - Math.pow(B2, t))) + EPSILON);
                }),
                Arguments.of(new AdaBelief(B1, B2, EPSILON), (Rule) (s, g, t) -> {
                    s[0] = B1 * s[0] + (1 - B1) * g;
                    s[1] = B2 * s[1] + (1 - B2) * (g - s[0]) * (g - s[0]) + EPSILON;
                    double deviation = Math.sqrt(s[1] / (1 - Math.pow(B2, t)));
                    return mean(s, t) / (deviation + EPSILON);
                }));
    }

    private static void moments(double[] s, double g) {
        s[0] = B1 * s[0] + (1 - B1) * g;
        s[1] = B2 * s[1] + (1 - B2) * g * g;
    }

    private static double mean(double[] s, int t) {
        return rate(t) * s[0] / (1 - Math.pow(B1, t));
    }

    private static double momentum(int t) {
        return B1 * (1 - 0.5 * Math.pow(0.96, 0.5 * t));
    }

    /** It falls by half with each step. */
    private static double rate(int t) {
        return R * Math.pow(0.5, t - 1);
    }

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsItsFormula(OptimizerSpec spec, Rule rule) {
        Updater updater = new Updater(spec, new RateSchedule(RATE));
        long size = updater.stateSize(3);
        @Nullable INDArray state = size == 0 ? null : Nd4j.createUninitialized(DataType.FLOAT, size);
        GradientUpdater<?> steps = updater.instantiate(state, true);
        List<double[]> remembered = List.of(new double[3], new double[3], new double[3]);

        for (int t = 1; t <= GRADIENTS.length; t++) {
            INDArray gradient = Nd4j.createFromArray(GRADIENTS[t - 1]);
            steps.applyUpdater(gradient, t - 1, 0);

            for (int i = 0; i < 3; i++) {
                double expected = rule.step(remembered.get(i), GRADIENTS[t - 1][i], t);
                assertThat(gradient.getDouble(i))
                        .as("step %s of parameter %s", t, i)
                        .isCloseTo(expected, within(2e-6 * Math.abs(expected) + 1e-9));
            }
        }
    }
}
