package nightsweep.driver.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases whose answers are printed in books or by R. */
class KnownAnswersTest {
    /** Hours of sleep that two drugs gave ten patients (Student 1908; {@code sleep} in R). */
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** Tooth growth of guinea pigs by supplement and dose, ten each (Crampton 1947; {@code ToothGrowth} in R). */
    private static final double[][] TEETH = {
        {4.2, 11.5, 7.3, 5.8, 6.4, 10, 11.2, 11.2, 5.2, 7},
        {16.5, 16.5, 15.2, 17.3, 22.5, 17.3, 13.6, 14.5, 18.8, 15.5},
        {23.6, 18.5, 33.9, 25.5, 26.4, 32.5, 26.7, 21.5, 23.3, 29.5},
        {15.2, 21.5, 17.6, 9.7, 14.5, 10, 8.2, 9.4, 16.5, 9.7},
        {19.7, 23.3, 23.6, 26.4, 20, 25.2, 25.8, 21.2, 14.5, 27.3},
        {25.5, 26.4, 22.4, 24.5, 24.8, 30.9, 26.4, 27.3, 29.4, 23}
    };

    private static double[] differences() {
        return IntStream.range(0, 10)
                .mapToDouble(i -> FIRST_DRUG[i] - SECOND_DRUG[i])
                .toArray();
    }

    @Test
    void comparesStudentsDrugsInPairs() {
        PairedTest test = PairedTest.of(differences(), Range.ANY);

        assertThat(test.n()).isEqualTo(10);
        assertThat(test.mean()).isEqualTo(-1.58, within(1e-12));
        assertThat(test.p()).isEqualTo(0.002833, within(5e-7));
        assertThat(test.interval().low()).isEqualTo(-2.4598858, within(5e-8));
        assertThat(test.interval().high()).isEqualTo(-0.7001142, within(5e-8));
    }

    @Test
    void boundsSharesAsCommonsMathDoes() {
        for (int n : IntStream.concat(IntStream.rangeClosed(1, 300), IntStream.of(10_000, 46_341, 1_000_003))
                .toArray()) {
            for (int right = 0; right <= n; right += Math.max(1, n / 97)) {
                ConfidenceInterval expected = new WilsonScoreInterval().createInterval(n, right, Interval.CONFIDENCE);

                assertThat(Interval.ofShare(right, n))
                        .as("%d of %d", right, n)
                        .isEqualTo(new Interval(expected.getLowerBound(), expected.getUpperBound()));
            }
        }
    }

    @Test
    void comparesTwoPairsWithOneDegreeOfFreedom() {
        PairedTest test = PairedTest.of(new double[] {1, 3}, Range.ANY);

        assertThat(test.interval().low()).isEqualTo(2 - 12.7062047, within(1e-6));
        assertThat(test.p()).isEqualTo(2 * Math.atan(1 / 2.0) / Math.PI, within(1e-9));
    }

    @Test
    void takesTheSignTestWhereAllDifferencesAreTheSame() {
        PairedTest five = PairedTest.of(new double[] {0.9 - 0.8, 0.5 - 0.4, 0.3 - 0.2, 0.1, 0.1}, Range.SIGNED_SHARE);
        PairedTest six = PairedTest.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, Range.SIGNED_SHARE);

        assertThat(five.p()).isEqualTo(1.0 / 16);
        assertThat(five.interval()).as("1/16 is no less than 0.05").isEqualTo(Interval.UNKNOWN);
        assertThat(six.p()).isEqualTo(1.0 / 32);
        assertThat(six.interval()).isEqualTo(new Interval(six.mean(), six.mean()));
        assertThat(six.interval(2)).isEqualTo(Interval.UNKNOWN);
        assertThat(PairedTest.of(new double[] {0, 0, 0}, Range.ANY))
                .isEqualTo(new PairedTest(3, 0, 0, 1, Range.ANY, 0));
    }

    @Test
    void knowsNothingOfOnePair() {
        PairedTest one = PairedTest.of(new double[] {0.5}, Range.ANY);

        assertThat(one).isEqualTo(new PairedTest(1, 0.5, Double.NaN, Double.NaN, Range.ANY, 0));
        assertThat(one.interval()).isEqualTo(Interval.UNKNOWN);
        assertThat(PairedTest.of(new double[0], Range.ANY).p()).isNaN();
    }

    @Test
    void isAsSureAsATestOfAPThatWasRaised() {
        // t(9) exceeds 3.6896624 in 0.5 % of cases, by R's qt(0.9975, 9).
        Interval tenth = PairedTest.of(differences(), Range.ANY).interval(10);

        assertThat(tenth.low()).isEqualTo(-1.58 - 3.6896624 * 1.2299955 / Math.sqrt(10), within(1e-6));
        assertThat(tenth.high()).isEqualTo(-1.58 + 3.6896624 * 1.2299955 / Math.sqrt(10), within(1e-6));
        assertThat(PairedTest.of(differences(), Range.ANY).interval(Double.NaN)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void cutsDifferencesOfSharesAtTheirEnds() {
        PairedTest test = PairedTest.of(new double[] {-0.1, -0.2, -0.9}, Range.SIGNED_SHARE);

        assertThat(test.interval().low()).isEqualTo(-1);
        // -0.4 + 4.3026527 * 0.4358899 / sqrt(3)
        assertThat(test.interval().high()).isEqualTo(0.6828105, within(1e-6));
    }

    @Test
    void boundsSharesOnTheLogit() {
        // 0.97, 0.98, 0.99, 0.99, 1: mean 0.986, deviation 0.0114018, standard error 0.0050990. The odds, 0.986 / 0.014
        // =
        // 70.428571, are off by a factor of exp(2.7764451 * 0.0050990 / (0.986 * 0.014)) = 2.7887208 either way; odds
        // of
        // 25.254795 are a share of 0.9619117, odds of 196.405623 one of 0.9949343. Student's would end at 1.0001571.
        Interval interval = Interval.ofMean(5, 0.986, 0.011401754, Range.SHARE);

        assertThat(interval.low()).isEqualTo(0.9619117, within(1e-6));
        assertThat(interval.high()).isEqualTo(0.9949343, within(1e-6));
    }

    @Test
    void boundsOneMoreShareOnTheLogit() {
        // As above with 0.0114018 * sqrt(1.2) = 0.0124900: a factor of exp(2.5121550) = 12.331476.
        Interval interval = Interval.ofOneMore(5, 0.986, 0.011401754, Range.SHARE);

        assertThat(interval.low()).isEqualTo(0.8509972, within(1e-6));
        assertThat(interval.high()).isEqualTo(0.9988499, within(1e-6));
    }

    @Test
    void boundsLossesOnTheLogarithm() {
        // 0.1, 0.2, 0.6: mean 0.3, deviation 0.2645751, a factor of exp(4.3026527 * 0.1527525 / 0.3) = exp(2.1908035).
        Interval interval = Interval.ofMean(3, 0.3, 0.26457513, Range.POSITIVE);

        assertThat(interval.low()).isEqualTo(0.3 * Math.exp(-2.1908035), within(1e-6));
        assertThat(interval.high()).isEqualTo(0.3 * Math.exp(2.1908035), within(1e-5));
    }

    @Test
    void boundsCosinesOnTheInverseHyperbolicTangent() {
        // atanh 0.9 = log(1.9 / 0.1) / 2 = 1.4722195; 4.3026527 * 0.05 / sqrt(3) / (1 - 0.81) = 0.6537205.
        Interval interval = Interval.ofMean(3, 0.9, 0.05, Range.SIGNED_SHARE);

        assertThat(interval.low()).isEqualTo(Math.tanh(1.4722195 - 0.6537205), within(1e-6));
        assertThat(interval.high()).isEqualTo(Math.tanh(1.4722195 + 0.6537205), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Range.class)
    void staysWithinTheEndsAndHoldsTheMean(Range range) {
        double least = Math.max(range.least(), -9);
        double greatest = Math.min(range.greatest(), 9);
        for (double place : new double[] {1e-12, 0.001, 0.3, 0.5, 0.999, 1 - 1e-12}) {
            double mean = least + place * (greatest - least);
            for (double deviation : new double[] {1e-12, 0.01, 0.4, 100}) {
                Interval interval = Interval.ofMean(2, mean, deviation, range);

                assertThat(interval.low()).isGreaterThanOrEqualTo(range.least()).isLessThanOrEqualTo(mean + 1e-15);
                assertThat(interval.high())
                        .isLessThanOrEqualTo(range.greatest())
                        .isGreaterThanOrEqualTo(mean - 1e-15);
            }
        }
    }

    @Test
    void isAPointWhereNothingVaries() {
        assertThat(Interval.ofMean(3, 1, 0, Range.SHARE)).isEqualTo(new Interval(1, 1));
        assertThat(Interval.ofMean(3, 0, 0, Range.POSITIVE)).isEqualTo(new Interval(0, 0));
        assertThat(Interval.ofOneMore(3, 0.5, 0, Range.SHARE)).isEqualTo(new Interval(0.5, 0.5));
        assertThat(Interval.ofMean(1, 0.5, Double.NaN, Range.SHARE)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void isStudentsWhereTheMeanIsNoFigureOfTheRange() {
        assertThat(Interval.ofMean(3, -0.3, 0.1, Range.POSITIVE)).isEqualTo(Interval.ofMean(3, -0.3, 0.1, Range.ANY));
    }

    @Test
    void tellsByHowMuchHolmRaisedEachP() {
        // By 4, 3, 2 and 1 from the least; 0.04 to 0.06 for the sake of 0.03.
        assertThat(Holm.times(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {3, 1.5, 2, 4}, within(1e-12));
        assertThat(Holm.times(new double[] {0.031, 0.03, Double.NaN, 0}))
                .containsExactly(new double[] {0.06 / 0.031, 2, Double.NaN, 3}, within(1e-12));
        assertThat(Holm.timesWithPickedBest(new double[] {0.5, 0.6}))
                .as("not kept to 1")
                .containsExactly(new double[] {3, 1.5 / 0.6}, within(1e-12));
    }

    @Test
    void adjustsAsRDoes() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(new double[] {0.5, Double.NaN, 0.6})).containsExactly(1, Double.NaN, 1);
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }

    @Test
    void countsAllPairsWhereTheBestWasPicked() {
        assertThat(Holm.adjustedWithPickedBest(new double[] {0.03, 0.001, 0.002}))
                .containsExactly(new double[] {0.12, 0.006, 0.01}, within(1e-15));
        assertThat(Holm.adjustedWithPickedBest(new double[] {0.03})).containsExactly(0.03);
    }

    @Test
    void refusesFewerHypothesesThanTests() {
        assertThatThrownBy(() -> Holm.adjusted(new double[] {0.1, 0.2}, 1))
                .hasMessage("hypotheses must be at least the 2 tested, but got 1.");
    }

    @Test
    void countsWhatOneAloneIsRightAbout() {
        assertThat(McNemarTest.of(1, 9)).isEqualTo(new McNemarTest(1, 9, 22.0 / 1024));
        assertThat(McNemarTest.of(86, 150).p()).isEqualTo(3.715936139571442e-5, within(1e-15));
        assertThat(McNemarTest.of(100, 0).p()).isEqualTo(Math.pow(2, -99), within(1e-12 * Math.pow(2, -99)));
        assertThat(McNemarTest.of(0, 0).p()).isEqualTo(1);
        assertThat(McNemarTest.of(4, 4).p()).isEqualTo(1);
        assertThat(McNemarTest.of(
                        new boolean[] {true, true, true, false, false},
                        new boolean[] {true, false, false, true, false}))
                .isEqualTo(new McNemarTest(2, 1, 1));
        assertThatThrownBy(() -> McNemarTest.of(new boolean[1], new boolean[2]))
                .hasMessage("Both must be about the same examples, but got 1 and 2.");
    }

    @Test
    void takesTeethApart() {
        double[] lengths =
                Arrays.stream(TEETH).flatMapToDouble(DoubleStream::of).toArray();
        int[] cells = IntStream.range(0, 60).map(i -> i / 10).toArray();
        int[] supplements = IntStream.range(0, 60).map(i -> i / 30).toArray();
        int[] doses = IntStream.range(0, 60).map(i -> i / 10 % 3).toArray();
        TwoWay both = new TwoWay(supplements, doses);

        assertThat(Squares.between(lengths, supplements)).isEqualTo(205.35, within(0.005));
        assertThat(Squares.between(lengths, doses)).isEqualTo(2426.434, within(0.0005));
        assertThat(Squares.interaction(lengths, both)).isEqualTo(108.319, within(0.0005));
        assertThat(Squares.within(lengths, cells)).isEqualTo(712.106, within(0.0005));
        assertThat(Squares.total(lengths)).isEqualTo(205.35 + 2426.434 + 108.319 + 712.106, within(0.01));
        assertThat(both.freedom()).isEqualTo(2);
    }

    @Test
    void findsNoInteractionInSumsOfEffectsWhateverCellsAreEmpty() {
        int[] rows = {0, 0, 1, 1, 2, 2, 2};
        int[] columns = {0, 1, 1, 2, 2, 2, 0};
        double[] sums = IntStream.range(0, 7)
                .mapToDouble(i -> 5 + rows[i] * rows[i] - 0.3 * columns[i])
                .toArray();
        TwoWay cells = new TwoWay(rows, columns);

        assertThat(cells.additive(sums)).containsExactly(sums, within(1e-9));
        assertThat(Squares.interaction(sums, cells)).isEqualTo(0, within(1e-15));
        assertThat(cells.freedom()).isEqualTo(1);
        assertThat(new TwoWay(new int[] {0, 1}, new int[] {0, 1}).freedom()).isZero();
    }

    @Test
    void takesTheMeansOfRepeatsWhereNothingIsMissing() {
        double[] values = {1, 2, 6, 3, 4, 5};
        RepeatedMean mean =
                RepeatedMean.of(values, new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 1, 2, 0, 1, 2}, Range.ANY);

        assertThat(mean.mean()).isEqualTo(3.5);
        // Repeats have the means 2, 3 and 5.5.
        assertThat(mean.interval().high()).isEqualTo(3.5 + 4.302653 * 1.802776 / Math.sqrt(3), within(1e-5));
    }

    @Test
    void isUnsureOfOneRepeat() {
        RepeatedMean mean = RepeatedMean.of(new double[] {1, 2}, new int[] {0, 1}, new int[] {0, 0}, Range.ANY);

        assertThat(mean).isEqualTo(new RepeatedMean(2, 1.5, Interval.UNKNOWN));
        assertThat(RepeatedMean.of(new double[0], new int[0], new int[0], Range.ANY)
                        .mean())
                .isNaN();
    }
}
