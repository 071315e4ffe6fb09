package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.outcome.AttemptHistory;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Place FIRST = new Place("a", "0", 1);
    private static final Place SECOND = new Place("b", "1", 1);

    @Test
    void leavesOutWhereATrialWasLost() {
        AttemptHistory history = AttemptHistory.NONE.and("a", "0", 1, "executor lost");

        assertThat(Place.without(history, List.of(FIRST, SECOND))).containsExactly(SECOND);
        assertThat(Place.without(history, List.of(FIRST))).isEmpty();
        assertThat(Place.without(AttemptHistory.NONE, List.of(FIRST, SECOND))).containsExactly(FIRST, SECOND);
    }

    @Test
    void isNamedAsSparkNamesExecutors() {
        assertThat(SECOND.preference()).isEqualTo("executor_b_1");
    }
}
