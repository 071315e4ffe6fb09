package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import nightsweep.driver.application.Limits;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitOptionsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void hasNoLimitsButAttemptsUnlessTold() {
        desk.execute("run", "planes.yaml");

        assertThat(desk.runs.requests).extracting(RunRequest::limits).containsExactly(Limits.USUAL);
    }

    @Test
    void takesEveryLimit() {
        desk.execute(
                "run",
                "planes.yaml",
                "--max-attempts=5",
                "--trial-timeout=90s",
                "--time-budget=8h",
                "--max-failed-trials=7");

        assertThat(desk.runs.requests)
                .extracting(RunRequest::limits)
                .containsExactly(new Limits(
                        5, Optional.of(Duration.ofSeconds(90)), Optional.of(Duration.ofHours(8)), OptionalInt.of(7)));
    }

    @Test
    void takesFailFastForNoFailures() {
        desk.execute("run", "planes.yaml", "--fail-fast");

        assertThat(desk.runs.requests)
                .extracting(request -> request.limits().maxFailedTrials())
                .containsExactly(OptionalInt.of(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-attempts=0 | --max-attempts must be 1 or more, but got 0.",
                "--max-failed-trials=-1 | --max-failed-trials must be 0 or more, but got -1.",
                "--fail-fast --max-failed-trials=2 | --fail-fast is --max-failed-trials 0: give one of them.",
                "--trial-timeout=soon | must be a time such as 90s, 10m or 2h, but got soon."
            })
    void refusesWhatMakesNoSense(String options, String message) {
        int code = desk.execute(("run planes.yaml " + options).split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains(message);
        assertThat(desk.runs.requests).isEmpty();
    }
}
