package nightsweep.experiments.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {
    /** Of 10 a, 7 were taken for a, 2 for b, 1 for c, and so on: worked by hand below. */
    private static final ConfusionMatrix MATRIX =
            ConfusionMatrix.of(List.of("a", "b", "c"), new long[][] {{7, 2, 1}, {1, 3, 0}, {0, 0, 6}});

    @Test
    void leavesClassesOutOfTheMacroAverageThatAreNeitherThereNorPredicted() {
        // sklearn.metrics.f1_score([0, 0, 2, 2], [0, 3, 2, 2], average="macro") is (2/3 + 1 + 0) / 3.
        ConfusionMatrix matrix = ConfusionMatrix.of(
                List.of("a", "b", "c", "d"), new long[][] {{1, 0, 0, 1}, {0, 0, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 0}});

        assertThat(matrix.macroAverage().f1()).isCloseTo((2 / 3.0 + 1) / 3, within(1e-12));
        assertThat(matrix.weightedAverage().f1()).isCloseTo((2 / 3.0 + 1) / 2, within(1e-12));
        assertThat(matrix.classes()).hasSize(4);
    }

    @Test
    void countsByRowAndColumn() {
        assertThat(MATRIX.examples()).isEqualTo(20);
        assertThat(MATRIX.support(0)).isEqualTo(10);
        assertThat(MATRIX.predicted(0)).isEqualTo(8);
        assertThat(MATRIX.count(0, 1)).isEqualTo(2);
        assertThat(MATRIX.accuracy()).isEqualTo(16 / 20.0);
    }

    @Test
    void scoresEachClass() {
        assertThat(MATRIX.classes())
                .containsExactly(
                        new ClassScores("a", 7 / 8.0, 7 / 10.0, 14 / 18.0, 10),
                        new ClassScores("b", 3 / 5.0, 3 / 4.0, 6 / 9.0, 4),
                        new ClassScores("c", 6 / 7.0, 6 / 6.0, 12 / 13.0, 6));
    }

    @Test
    void averagesOverClassesAndOverExamples() {
        ClassScores macro = MATRIX.macroAverage();
        ClassScores weighted = MATRIX.weightedAverage();

        assertThat(macro.label()).isEqualTo("macro average");
        assertThat(macro.precision()).isCloseTo((0.875 + 0.6 + 0.857142857142857) / 3, within(1e-12));
        assertThat(macro.recall()).isCloseTo((0.7 + 0.75 + 1) / 3, within(1e-12));
        assertThat(macro.f1())
                .isCloseTo((0.777777777777778 + 0.666666666666667 + 0.923076923076923) / 3, within(1e-12));
        assertThat(macro.support()).isEqualTo(20);
        assertThat(weighted.label()).isEqualTo("weighted average");
        assertThat(weighted.precision()).isCloseTo((8.75 + 2.4 + 36 / 7.0) / 20, within(1e-12));
        assertThat(weighted.recall()).as("is the accuracy").isCloseTo(0.8, within(1e-12));
        assertThat(weighted.f1()).isCloseTo((10 * 7 / 9.0 + 4 * 2 / 3.0 + 6 * 12 / 13.0) / 20, within(1e-12));
    }

    @Test
    void scoresZeroWhereAClassIsNeverPredictedOrNeverThere() {
        ConfusionMatrix constant = ConfusionMatrix.of(
                List.of("predicted", "missed", "absent"), new long[][] {{5, 0, 0}, {5, 0, 0}, {0, 0, 0}});

        assertThat(constant.accuracy()).isEqualTo(0.5);
        assertThat(constant.classes())
                .containsExactly(
                        new ClassScores("predicted", 0.5, 1, 10 / 15.0, 5),
                        new ClassScores("missed", 0, 0, 0, 5),
                        new ClassScores("absent", 0, 0, 0, 0));
        assertThat(constant.macroAverage().f1()).isCloseTo((2 / 3.0 + 0) / 2, within(1e-12));
        assertThat(constant.weightedAverage().f1()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void isUndefinedWithoutExamples() {
        ConfusionMatrix empty = ConfusionMatrix.of(List.of("a", "b"), new long[2][2]);

        assertThat(empty.accuracy()).isNaN();
        assertThat(empty.weightedAverage().f1()).isNaN();
        assertThat(empty.macroAverage().f1()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithCountingPairs(long seed) {
        Random random = new Random(seed);
        long[][] counts = new long[4][4];
        int right = 0;
        for (int i = 0; i < 500; i++) {
            int actual = random.nextInt(4);
            int predicted = random.nextInt(3) == 0 ? random.nextInt(4) : actual;
            counts[actual][predicted]++;
            right += actual == predicted ? 1 : 0;
        }

        ConfusionMatrix matrix = ConfusionMatrix.of(List.of("a", "b", "c", "d"), counts);

        assertThat(matrix.examples()).isEqualTo(500);
        assertThat(matrix.accuracy()).isEqualTo(right / 500.0);
        assertThat(matrix.weightedAverage().recall()).isCloseTo(matrix.accuracy(), within(1e-12));
        for (ClassScores scores : matrix.classes()) {
            double harmonic = 2 / (1 / scores.precision() + 1 / scores.recall());
            assertThat(scores.f1()).isCloseTo(harmonic, within(1e-12));
        }
    }

    @Test
    void refusesWhatIsNoConfusion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(List.of("a", "b"), new long[][] {{1, 2}}))
                .withMessage("A confusion matrix of 2 classes is square.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(List.of("a"), new long[][] {{-1}}))
                .withMessage("Counts must not be negative.");
    }
}
