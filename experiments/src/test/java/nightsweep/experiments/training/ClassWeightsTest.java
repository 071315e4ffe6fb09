package nightsweep.experiments.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** {@code compute_class_weight('balanced', classes=[0, 1], y=[1, 1, 1, 1, 0, 0])} is 1.5 and 0.75. */
    @Test
    void balancesAsScikitLearnDoes() {
        ClassWeights balanced = new ClassWeights.Balanced();

        assertThat(balanced.of(List.of("0", "1"), new int[] {2, 4})).containsExactly(1.5, 0.75);
        assertThat(balanced.of(NAMES, new int[] {10, 10, 10})).containsExactly(1, 1, 1);
        assertThat(balanced.of(NAMES, new int[] {50, 40, 10})).containsExactly(100 / 150.0, 100 / 120.0, 100 / 30.0);
    }

    /** scikit-learn counts the classes that occur. */
    @Test
    void countsClassesWithExamplesOnly() {
        assertThat(new ClassWeights.Balanced().of(NAMES, new int[] {2, 0, 4})).containsExactly(1.5, 1, 0.75);
    }

    @Test
    void weighsClassesThatAreNotNamedOnce() {
        assertThat(new ClassWeights.Given(Map.of("b", 2.5)).of(NAMES, new int[3]))
                .containsExactly(1, 2.5, 1);
        assertThat(ClassWeights.NONE.of(NAMES, new int[3])).containsExactly(1, 1, 1);
    }

    @Test
    void refusesWeightsThatAreNotAboveZero() {
        assertThatThrownBy(() -> new ClassWeights.Given(Map.of("a", 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-weights must be positive, but got 0.0.");
    }
}
