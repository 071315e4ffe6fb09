package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nightsweep.driver.application.Limits;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.experiments.outcome.FailureReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void leaveARun() throws IOException {
        desk = new Desk(folder);
        Files.createDirectory(folder.resolve("night"));
        Files.writeString(folder.resolve("night/sweep.yaml"), Desk.SWEEP);
    }

    @Test
    void runsTheSweepOfTheRunAgainForEveryReason() {
        int code = desk.execute("retry", "--failed", "night", "--master", "local[3]");

        assertThat(code).as(desk.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.runs.requests).hasSize(1).first().satisfies(request -> {
            assertThat(request.text()).isEqualTo(Desk.SWEEP);
            assertThat(request.out()).isEqualTo("file://" + folder + "/night");
            assertThat(request.master().url()).isEqualTo("local[3]");
            assertThat(request.again()).containsExactly(FailureReason.values());
            assertThat(request.limits()).isEqualTo(Limits.USUAL);
        });
    }

    @Test
    void takesReasonsAndLimits() {
        desk.execute(
                "retry",
                "night",
                "--failed",
                "--reason",
                "timed-out",
                "--reason",
                "out-of-memory",
                "--trial-timeout",
                "2h");

        assertThat(desk.runs.requests).hasSize(1).first().satisfies(request -> {
            assertThat(request.again()).containsExactly(FailureReason.TIMED_OUT, FailureReason.OUT_OF_MEMORY);
            assertThat(request.limits())
                    .isEqualTo(new Limits(3, Optional.of(Duration.ofHours(2)), Optional.empty(), OptionalInt.empty()));
        });
    }

    @Test
    void tellsWhichReasonsThereAre() {
        int code = desk.execute("retry", "night", "--failed", "--reason", "bad-luck");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err())
                .contains("--reason must be one of invalid-configuration, out-of-memory, timed-out, executor-lost,"
                        + " data-unreadable, internal-error, but got bad-luck.");
    }

    @Test
    void wantsToBeToldWhatToRetry() {
        int code = desk.execute("retry", "night");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("--failed");
    }

    @Test
    void saysWhereThereIsNoRun() {
        int code = desk.execute("retry", "--failed", "day");

        assertThat(code).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(desk.err()).contains("There is no run at file://" + folder + "/day: it has no sweep.yaml.");
        assertThat(desk.runs.requests).isEqualTo(List.of());
    }
}
