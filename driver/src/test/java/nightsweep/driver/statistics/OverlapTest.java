package nightsweep.driver.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Statistics of folds, whose training sets overlap; known answers are SciPy's. */
class OverlapTest {
    /** Of 5 folds x 2 repeats. */
    private static final double[] DIFFERENCES = {0.02, 0.01, 0.03, -0.01, 0.025, 0.015, 0, 0.035, 0.02, 0.01};

    private static final double FIVE_FOLDS = 1.0 / 4;

    @Test
    void testsByTheCorrectedResampledT() {
        PairedTest test = PairedTest.of(DIFFERENCES, Range.SIGNED_SHARE, FIVE_FOLDS);

        // t = 0.0155 / (0.0136320700 * sqrt(1/10 + 1/4)) = 1.9219224840 with 9 degrees of freedom.
        assertThat(test.p()).isEqualTo(0.08678879267038905, within(1e-10));
        assertThat(test.interval().low()).isEqualTo(-0.0027439387201384294, within(1e-10));
        assertThat(test.interval().high()).isEqualTo(0.03374393872013843, within(1e-10));
        assertThat(PairedTest.of(DIFFERENCES, Range.SIGNED_SHARE).p())
                .as("as if the folds were independent")
                .isEqualTo(0.005788047150836718, within(1e-10));
    }

    @Test
    void anAdjustedIntervalAgreesWithItsTest() {
        for (double times : new double[] {0.5, 0.575, 0.577, 1, 2}) {
            PairedTest test = PairedTest.of(DIFFERENCES, Range.SIGNED_SHARE, FIVE_FOLDS);
            assertThat(test.interval(times).holds(0)).isEqualTo(times * test.p() >= 0.05);
        }
    }

    @Test
    void boundsTheMeanOfFolds() {
        // 0.90, 0.92, 0.88, 0.94, 0.91: mean 0.91, deviation 0.0223606798; t(4) * deviation * sqrt(1/5 + 1/4)
        Interval plain = Interval.ofMean(5, 0.91, 0.02236067977499788, Range.ANY, FIVE_FOLDS);
        Interval share = Interval.ofMean(5, 0.91, 0.02236067977499788, Range.SHARE, FIVE_FOLDS);
        Interval one = Interval.ofOneMore(5, 0.91, 0.02236067977499788, Range.ANY, FIVE_FOLDS);

        assertThat(plain.low()).isEqualTo(0.8683533234220331, within(1e-10));
        assertThat(plain.high()).isEqualTo(0.9516466765779668, within(1e-10));
        assertThat(share.low()).isEqualTo(0.8587720780454428, within(1e-10));
        assertThat(share.high()).isEqualTo(0.9438606400727328, within(1e-10));
        assertThat(one.low()).isEqualTo(0.8352419276527399, within(1e-10));
        assertThat(one.high()).isEqualTo(0.98475807234726, within(1e-10));
    }

    @Test
    void boundsTheMeanOfSeveralThingsOverFolds() {
        double[] values = {0.90, 0.92, 0.88, 0.94, 0.91, 0.80, 0.85, 0.79, 0.83, 0.84};
        RepeatedMean mean = RepeatedMean.of(
                values,
                new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1},
                new int[] {0, 1, 2, 3, 4, 0, 1, 2, 3, 4},
                Range.ANY,
                FIVE_FOLDS);

        assertThat(mean.mean()).isEqualTo(0.866, within(1e-10));
        assertThat(mean.interval().low()).isEqualTo(0.8241456080358385, within(1e-10));
        assertThat(mean.interval().high()).isEqualTo(0.9078543919641615, within(1e-10));
    }

    @Test
    void theSignTestCountsAsManyAsTellAsMuch() {
        double[] same = IntStream.range(0, 15).mapToDouble(i -> 0.1).toArray();

        // 1 / (1/15 + 1/4) = 3.158 independent folds.
        assertThat(PairedTest.of(same, Range.ANY, FIVE_FOLDS).p()).isEqualTo(1.0 / 4);
        assertThat(PairedTest.of(same, Range.ANY, FIVE_FOLDS).interval()).isEqualTo(Interval.UNKNOWN);
        assertThat(PairedTest.of(same, Range.ANY).p()).isEqualTo(1.0 / (1 << 14));
        assertThat(PairedTest.of(new double[15], Range.ANY, FIVE_FOLDS).p()).isEqualTo(1);
    }

    /**
     * Two learners that are as good as each other: each predicts a number by one of two columns, both of which tell the
     * same of it, by least squares. The plain test finds the one better than the other far too often, the corrected one about as often as
     * it should.
     */
    @Test
    void raisesFalseAlarmsAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(17);
        int rounds = 1_000;
        int plain = 0;
        int corrected = 0;
        for (int round = 0; round < rounds; round++) {
            double[] differences = repeatedFolds(60, 5, 3, random);
            plain += PairedTest.of(differences, Range.ANY).p() < 0.05 ? 1 : 0;
            corrected += PairedTest.of(differences, Range.ANY, FIVE_FOLDS).p() < 0.05 ? 1 : 0;
        }

        assertThat((double) plain / rounds).isGreaterThan(0.2);
        assertThat((double) corrected / rounds).isLessThan(0.08);
    }

    /** Of each fold of each repeat by how much the mean squared error of the second learner exceeds that of the first. */
    private static double[] repeatedFolds(int examples, int folds, int repeats, SplittableRandom random) {
        double[][] inputs = new double[2][examples];
        double[] wanted = new double[examples];
        for (int i = 0; i < examples; i++) {
            inputs[0][i] = random.nextGaussian();
            inputs[1][i] = random.nextGaussian();
            wanted[i] = inputs[0][i] + inputs[1][i] + random.nextGaussian();
        }
        double[] differences = new double[folds * repeats];
        for (int repeat = 0; repeat < repeats; repeat++) {
            int[] dealt = dealt(examples, folds, random);
            for (int fold = 0; fold < folds; fold++) {
                differences[repeat * folds + fold] =
                        error(inputs[1], wanted, dealt, fold) - error(inputs[0], wanted, dealt, fold);
            }
        }
        return differences;
    }

    private static int[] dealt(int examples, int folds, SplittableRandom random) {
        int[] dealt = IntStream.range(0, examples).map(i -> i % folds).toArray();
        for (int i = examples - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int fold = dealt[i];
            dealt[i] = dealt[other];
            dealt[other] = fold;
        }
        return dealt;
    }

    private static double error(double[] input, double[] wanted, int[] dealt, int fold) {
        double squares = 0;
        double products = 0;
        for (int i = 0; i < input.length; i++) {
            if (dealt[i] != fold) {
                squares += input[i] * input[i];
                products += input[i] * wanted[i];
            }
        }
        double slope = products / squares;
        double sum = 0;
        int kept = 0;
        for (int i = 0; i < input.length; i++) {
            if (dealt[i] == fold) {
                sum += (wanted[i] - slope * input[i]) * (wanted[i] - slope * input[i]);
                kept++;
            }
        }
        return sum / kept;
    }
}
