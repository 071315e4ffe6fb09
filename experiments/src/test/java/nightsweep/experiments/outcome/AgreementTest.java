package nightsweep.experiments.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Balanced accuracy, Matthews's correlation and Cohen's kappa, held against the values of scikit-learn 1.9.1. */
class AgreementTest {
    private static final Offset<Double> ALMOST = within(1e-12);
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    @Test
    void isScikitLearnsWithAClassThatNoExampleHas() {
        ClassCounts counts = counts(new long[][] {{2, 2, 0, 0}, {1, 2, 0, 0}, {0, 0, 0, 0}, {0, 0, 1, 2}});

        assertThat(counts.balancedAccuracy()).isCloseTo(0.611111111111111, ALMOST);
        assertThat(counts.matthewsCorrelation()).isCloseTo(0.44136741475237473, ALMOST);
        assertThat(counts.cohensKappa()).isCloseTo(0.4285714285714286, ALMOST);
    }

    @Test
    void isScikitLearnsOfTwoClasses() {
        // Of tied outputs the first class is taken.
        ClassCounts counts = counts(new long[][] {{2, 1}, {2, 3}});

        assertThat(counts.balancedAccuracy()).isCloseTo(0.6333333333333333, ALMOST);
        assertThat(counts.matthewsCorrelation()).isCloseTo(0.2581988897471611, ALMOST);
        assertThat(counts.cohensKappa()).isCloseTo(0.25, ALMOST);
    }

    @Test
    void isDefinedWhereAllIsOfOneClass() {
        ClassCounts right = counts(new long[][] {{5, 0}, {0, 0}});
        ClassCounts constant = counts(new long[][] {{5, 0}, {3, 0}});

        assertThat(right.balancedAccuracy()).isEqualTo(1);
        assertThat(right.matthewsCorrelation()).isZero();
        assertThat(right.cohensKappa()).isNaN();
        assertThat(constant.balancedAccuracy()).isEqualTo(0.5);
        assertThat(constant.matthewsCorrelation()).isZero();
        assertThat(constant.cohensKappa()).isZero();
    }

    @Test
    void isNotDefinedWithoutExamples() {
        ClassCounts counts = counts(new long[][] {{0, 0}, {0, 0}});

        assertThat(counts.balancedAccuracy()).isNaN();
        assertThat(counts.matthewsCorrelation()).isNaN();
        assertThat(counts.cohensKappa()).isNaN();
    }

    private static ClassCounts counts(long[][] counts) {
        return ConfusionMatrix.of(NAMES.subList(0, counts.length), counts).classCounts();
    }
}
