package nightsweep.experiments.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptHistoryTest {
    private static final AttemptHistory ONE = AttemptHistory.NONE.and("a", "0", 1, "executor lost");

    @Test
    void numbersAttempts() {
        AttemptHistory two = ONE.and("b", "1", 2, "completed");

        assertThat(two.attempts())
                .containsExactly(
                        new Attempt(1, "a", "0", 1, "executor lost"), new Attempt(2, "b", "1", 2, "completed"));
    }

    @Test
    void numbersALaterHistoryOn() {
        AttemptHistory all = ONE.and(AttemptHistory.NONE.and("b", "1", 2, "completed"));

        assertThat(all.attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    void refusesAGap() {
        List<Attempt> second = List.of(new Attempt(2, "", "", 1, ""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttemptHistory(second))
                .withMessage("attempts must be numbered 1, 2, 3, but number 2 stands at place 1.");
    }

    @Test
    void keepsOneLineOfAnEnding() {
        Attempt attempt = new Attempt(1, "", "", 1, "x".repeat(1_000) + "\nDriver stacktrace:");

        assertThat(attempt.ending()).hasSize(300).matches("x{299}…");
    }
}
