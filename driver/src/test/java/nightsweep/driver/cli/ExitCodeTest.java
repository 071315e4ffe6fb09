package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void keepsItsNumbers() {
        assertThat(List.of(ExitCode.values()))
                .extracting(code -> code.number() + " " + code.name())
                .containsExactly(
                        "0 DONE",
                        "1 INTERNAL_ERROR",
                        "2 USAGE",
                        "3 BAD_SWEEP",
                        "4 SOME_FAILED",
                        "5 ALL_FAILED",
                        "6 INTERRUPTED",
                        "7 BAD_RUN_DIRECTORY",
                        "8 BAD_CLUSTER",
                        "9 STOPPED_EARLY",
                        "10 INCOMPLETE");
    }

    @Test
    void tellsSomeFailedFromAllFailed() {
        assertThat(ExitCode.of(3, 0)).isEqualTo(ExitCode.DONE);
        assertThat(ExitCode.of(3, 1)).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(ExitCode.of(3, 3)).isEqualTo(ExitCode.ALL_FAILED);
        assertThatThrownBy(() -> ExitCode.of(3, 4)).hasMessage("failed must be within 0..3, but got 4.");
    }
}
