package nightsweep.experiments.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against scikit-learn 1.9.1: {@code root_mean_squared_error}, {@code mean_absolute_error}, {@code median_absolute_error},
 * {@code r2_score} and {@code explained_variance_score}.
 */
class NumberFiguresTest {
    private static final double NAN = Double.NaN;

    static Stream<Arguments> figures() {
        return Stream.of(
                of(
                        "plain",
                        numbers(3, -0.5, 2, 7),
                        numbers(2.5, 0.0, 2, 8),
                        0.6123724356957945,
                        0.5,
                        0.5,
                        0.9486081370449679,
                        0.9571734475374732),
                of(
                        "an odd count",
                        numbers(0.1, 1.7, 3.2, -4.4, 1e3),
                        numbers(0.3, 1.1, -3.2, -4.4, 990.25),
                        5.22345670988092,
                        3.3899999999999997,
                        0.5999999999999999,
                        0.9998294276174368,
                        0.9998979210140759),
                of(
                        "ties",
                        numbers(1, 1, 2, 2, 3, 3),
                        numbers(1, 2, 2, 2, 1, 3),
                        0.9128709291752769,
                        0.5,
                        0,
                        -0.25,
                        -0.20833333333333326),
                of("equal truth", numbers(5, 5, 5), numbers(5, 4, 7), 1.2909944487358056, 1, 1, 0, 0),
                of("equal truth, told", numbers(5.1, 5.1, 5.1), numbers(5.1, 5.1, 5.1), 0, 0, 0, 1, 1),
                of("the mean", numbers(1, 2, 3, 4), numbers(2.5, 2.5, 2.5, 2.5), 1.118033988749895, 1, 1, 0, 0),
                of("a constant error", numbers(1, 2, 3, 4), numbers(2, 3, 4, 5), 1, 1, 1, 0.19999999999999996, 1),
                of("one", numbers(2), numbers(2.5), 0.5, 0.5, 0.5, NAN, 1),
                of("one, told", numbers(2), numbers(2), 0, 0, 0, NAN, 1),
                of(
                        "large numbers",
                        numbers(20261127.5, 20261128.25, 20261131, 20261139),
                        numbers(20261127, 20261129, 20261130, 20261138.5),
                        0.7180703308172536,
                        0.6875,
                        0.625,
                        0.9751646284101599,
                        0.9798682972718721));
    }

    private static Arguments of(
            String name,
            double[] actual,
            double[] predicted,
            double root,
            double mean,
            double median,
            double r2,
            double explained) {
        return Arguments.of(name, actual, predicted, numbers(root, mean, median, r2, explained));
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void areThoseOfScikitLearn(String name, double[] actual, double[] predicted, double[] wanted) {
        NumberFigures figures = NumberFigures.of(actual, predicted);

        double[] found = {
            figures.rootMeanSquaredError(),
            figures.meanAbsoluteError(),
            figures.medianAbsoluteError(),
            figures.r2(),
            figures.explainedVariance()
        };
        for (int i = 0; i < found.length; i++) {
            if (Double.isNaN(wanted[i])) {
                assertThat(found[i]).as("%s, %s", name, i).isNaN();
            } else {
                assertThat(found[i]).as("%s, %s", name, i).isCloseTo(wanted[i], within(1e-12));
            }
        }
        assertThat(figures.examples()).isEqualTo(actual.length);
    }

    @Test
    void areNoneOfNothing() {
        assertThat(NumberFigures.of(new double[0], new double[0])).isEqualTo(NumberFigures.NONE);
        assertThat(NumberFigures.NONE.rootMeanSquaredErrorAt(1)).isNaN();
    }

    /** Of 95 % intervals over samples of 300, about so many hold the truth: for errors of a normal distribution and far-tailed ones. */
    @Test
    void haveIntervalsThatHoldTheTruth() {
        SplittableRandom random = new SplittableRandom(3);
        int held = 0;
        for (int sample = 0; sample < 1_000; sample++) {
            double[] actual = new double[300];
            double[] predicted = new double[300];
            for (int i = 0; i < actual.length; i++) {
                actual[i] = 10 * random.nextDouble();
                predicted[i] = actual[i] + 2 * random.nextGaussian();
            }
            NumberFigures figures = NumberFigures.of(actual, predicted);
            held += figures.rootMeanSquaredErrorAt(-1) <= 2 && 2 <= figures.rootMeanSquaredErrorAt(1) ? 1 : 0;
        }

        assertThat(held).isBetween(930, 970);
    }

    @Test
    void haveAnIntervalWithoutErrors() {
        NumberFigures figures = NumberFigures.of(numbers(1, 2), numbers(1, 2));

        assertThat(figures.rootMeanSquaredErrorAt(-1)).isZero();
        assertThat(figures.rootMeanSquaredErrorAt(1)).isZero();
    }
}
