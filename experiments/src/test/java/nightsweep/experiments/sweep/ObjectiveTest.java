package nightsweep.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.sweep.Objective.Goal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {

    @ParameterizedTest
    @CsvSource({
        "MAXIMIZE, 2, 1, true",
        "MAXIMIZE, 1, 2, false",
        "MAXIMIZE, 1, 1, false",
        "MINIMIZE, 1, 2, true",
        "MINIMIZE, 2, 1, false",
        "MINIMIZE, 1, NaN, true",
        "MAXIMIZE, 1, NaN, true",
        "MINIMIZE, NaN, 1, false",
        "MAXIMIZE, NaN, NaN, false",
    })
    void prefersTheBetterAndAnythingToNaN(Goal goal, double a, double b, boolean better) {
        assertThat(goal.better(a, b)).isEqualTo(better);
    }
}
