package nightsweep.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.outcome.ProbabilityScores;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Held against the values of scikit-learn 1.9.1, but for the calibration error, which it does not have: worked out by numpy. */
class OutputMeasuresTest {
    private static final Offset<Double> ALMOST = within(1e-12);

    /** Of four classes, the third of which no example has; with equal scores, and a true class whose score is 0. */
    private static final int[] FOUR_ACTUAL = {0, 1, 3, 0, 1, 3, 3, 0, 1, 0};

    private static final float[] FOUR = {
        .5f, .25f, .125f, .125f, //
        .25f, .5f, .125f, .125f, //
        .125f, .125f, .25f, .5f, //
        .25f, .5f, .125f, .125f, //
        .25f, .25f, .25f, .25f, //
        .125f, .25f, .5f, .125f, //
        .0625f, .0625f, .125f, .75f, //
        .75f, .0625f, .125f, .0625f, //
        .125f, .75f, .0625f, .0625f, //
        0, 1, 0, 0
    };

    private static final int[] TWO_ACTUAL = {0, 1, 1, 0, 1, 0, 1, 1};
    private static final float[] TWO_SECOND = {.125f, .875f, .5f, .375f, .25f, .625f, 1, .75f};

    @Test
    void areScikitLearnsOfFourClasses() {
        OutputFigures figures = of(FOUR_ACTUAL, FOUR, 4);

        assertThat(figures.probabilities().logLoss()).isCloseTo(2.3736903175833537, ALMOST);
        assertThat(figures.probabilities().brierScore()).isCloseTo(0.59765625, ALMOST);
        assertThat(figures.probabilities().calibrationError()).isCloseTo(0.25, ALMOST);
        assertThat(figures.topAccuracies()).containsExactly(0.7, 0.9);
        assertThat(figures.separation().roc().macro()).isCloseTo(0.7757936507936508, ALMOST);
        assertThat(figures.separation().precisionRecall().macro()).isCloseTo(0.6785714285714285, ALMOST);
    }

    @Test
    void areScikitLearnsOfTwoClasses() {
        float[] scores = new float[2 * TWO_SECOND.length];
        for (int i = 0; i < TWO_SECOND.length; i++) {
            scores[2 * i] = 1 - TWO_SECOND[i];
            scores[2 * i + 1] = TWO_SECOND[i];
        }

        OutputFigures figures = of(TWO_ACTUAL, scores, 2);

        assertThat(figures.probabilities().logLoss()).isCloseTo(0.5106274251059275, ALMOST);
        assertThat(figures.probabilities().brierScore()).isCloseTo(0.1796875, ALMOST);
        assertThat(figures.probabilities().calibrationError()).isCloseTo(0.1875, ALMOST);
        assertThat(figures.topAccuracies()).isEmpty();
        assertThat(figures.separation().roc().macro()).isCloseTo(0.8, ALMOST);
    }

    @Test
    void areDefinedForOneExample() {
        OutputFigures figures = of(new int[] {1}, new float[] {.25f, .75f}, 2);

        assertThat(figures.probabilities().logLoss()).isCloseTo(0.2876820724517809, ALMOST);
        assertThat(figures.probabilities().brierScore()).isEqualTo(0.0625);
        assertThat(figures.probabilities().calibrationError()).isEqualTo(0.25);
        assertThat(figures.separation().roc().macro()).isNaN();
        assertThat(figures.separation().precisionRecall().classes()).containsExactly(Double.NaN, 1.0);
    }

    @Test
    void keepProbabilitiesOffTheEndsInLogarithms() {
        OutputFigures never = of(new int[] {0}, new float[] {0, 1}, 2);
        OutputFigures always = of(new int[] {0}, new float[] {1, 0}, 2);

        assertThat(never.probabilities().logLoss()).isCloseTo(23 * Math.log(2), ALMOST);
        assertThat(always.probabilities().logLoss()).isCloseTo(0x1p-23, within(1e-13));
    }

    @Test
    void sayNothingOfScoresThatAreNoProbabilities() {
        TestScores scores = scores(TWO_ACTUAL, new float[2 * TWO_ACTUAL.length], 2);

        OutputFigures figures = OutputMeasures.of(scores, Curves.of(scores), false);

        assertThat(figures.probabilities()).isEqualTo(ProbabilityScores.UNKNOWN);
        assertThat(figures.separation().roc().macro()).isEqualTo(0.5);
    }

    private static OutputFigures of(int[] actual, float[] scores, int classes) {
        TestScores all = scores(actual, scores, classes);
        return OutputMeasures.of(all, Curves.of(all), true);
    }

    private static TestScores scores(int[] actual, float[] scores, int classes) {
        int[] predicted = IntStream.range(0, actual.length)
                .map(example -> IntStream.range(0, classes)
                        .reduce((a, b) -> scores[example * classes + b] > scores[example * classes + a] ? b : a)
                        .orElseThrow())
                .toArray();
        return new TestScores(List.of("a", "b", "c", "d").subList(0, classes), actual, predicted, scores);
    }
}
