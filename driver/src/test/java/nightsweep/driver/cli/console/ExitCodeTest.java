package nightsweep.driver.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.application.RunEnd;
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
                        "10 INCOMPLETE",
                        "11 DIFFERENT");
    }

    @Test
    void isThatOfTheRunsEnd() {
        assertThat(Stream.of(RunEnd.values()).map(ExitCode::of))
                .containsExactly(
                        ExitCode.DONE,
                        ExitCode.SOME_FAILED,
                        ExitCode.ALL_FAILED,
                        ExitCode.INTERRUPTED,
                        ExitCode.STOPPED_EARLY,
                        ExitCode.INCOMPLETE);
    }
}
