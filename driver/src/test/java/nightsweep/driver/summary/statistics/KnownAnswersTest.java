package nightsweep.driver.summary.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        PairedTest test = PairedTest.of(differences());

        assertThat(test.n()).isEqualTo(10);
        assertThat(test.mean()).isEqualTo(-1.58, within(1e-12));
        assertThat(test.p()).isEqualTo(0.002833, within(5e-7));
        assertThat(test.interval().low()).isEqualTo(-2.4598858, within(5e-8));
        assertThat(test.interval().high()).isEqualTo(-0.7001142, within(5e-8));
    }

    @Test
    void comparesTwoPairsWithOneDegreeOfFreedom() {
        PairedTest test = PairedTest.of(new double[] {1, 3});

        assertThat(test.interval().low()).isEqualTo(2 - 12.7062047, within(1e-6));
        assertThat(test.p()).isEqualTo(2 * Math.atan(1 / 2.0) / Math.PI, within(1e-9));
    }

    @Test
    void takesTheSignTestWhereAllDifferencesAreTheSame() {
        assertThat(PairedTest.of(new double[] {0.9 - 0.8, 0.5 - 0.4, 0.3 - 0.2, 0.1, 0.1})
                        .p())
                .isEqualTo(1.0 / 16);
        assertThat(PairedTest.of(new double[] {0, 0, 0})).isEqualTo(new PairedTest(3, 0, new Interval(0, 0), 1));
    }

    @Test
    void knowsNothingOfOnePair() {
        assertThat(PairedTest.of(new double[] {0.5})).isEqualTo(new PairedTest(1, 0.5, Interval.UNKNOWN, Double.NaN));
        assertThat(PairedTest.of(new double[0]).p()).isNaN();
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
        RepeatedMean mean = RepeatedMean.of(values, new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 1, 2, 0, 1, 2});

        assertThat(mean.mean()).isEqualTo(3.5);
        // Repeats have the means 2, 3 and 5.5.
        assertThat(mean.interval().halfWidth()).isEqualTo(4.302653 * 1.802776 / Math.sqrt(3), within(1e-5));
    }

    @Test
    void isUnsureOfOneRepeat() {
        RepeatedMean mean = RepeatedMean.of(new double[] {1, 2}, new int[] {0, 1}, new int[] {0, 0});

        assertThat(mean).isEqualTo(new RepeatedMean(2, 1.5, Interval.UNKNOWN));
        assertThat(RepeatedMean.of(new double[0], new int[0], new int[0]).mean())
                .isNaN();
    }
}
