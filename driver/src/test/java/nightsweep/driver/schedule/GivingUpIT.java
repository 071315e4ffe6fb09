package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end before their trials do, and trials that are run again. */
class GivingUpIT {
    private static final String SWEEP = """
            name: limits
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: $units, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 3, batch-size: 10, learning-rate: 0.1}
            grid: {units: [%s]}
            repeats: %d
            """;

    @TempDir
    private Path folder;

    private Ward ward;

    @BeforeEach
    void open() {
        ward = new Ward(folder);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void runsFailedTrialsAgain() throws IOException {
        int failed = ward.run(SWEEP.formatted("2, 103", 1), "--master", "local[1]");
        ward.heal();
        int otherReason = ward.retry("--failed", "--reason", "timed-out", "--master", "local[1]");
        int again = ward.retry("--failed", "--reason", "internal-error", "--master", "local[1]");

        assertThat(List.of(failed, otherReason, again))
                .as(ward.told())
                .containsExactly(ExitCode.SOME_FAILED.number(), ExitCode.SOME_FAILED.number(), ExitCode.DONE.number());
        assertThat(ward.endings()).containsExactly("completed", "completed");
        assertThat(ward.outcome(2)).content().contains("\"ending\" : \"internal error\"", "\"ending\" : \"completed\"");
        assertThat(ward.trial(2).resolve("failed-1.json")).content().contains("The learner broke.");
        assertThat(ward.trial(2).resolve("error.txt")).doesNotExist();
    }

    @Test
    void stopsAtTheFirstFailureAndGoesOnLater() throws IOException {
        String sweep = SWEEP.formatted("103, 2", 20);

        int stopped = ward.run(sweep, "--master", "local[1]", "--fail-fast");
        List<String> then = ward.endings();
        int whole = ward.run(sweep, "--master", "local[1]");

        assertThat(stopped).as(ward.told()).isEqualTo(ExitCode.STOPPED_EARLY.number());
        assertThat(ward.told()).contains("A trial failed. The same command with --out ");
        assertThat(then).contains("not run");
        assertThat(whole).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(ward.endings()).doesNotContain("not run");
    }

    @Test
    void stopsWhenItsTimeIsUpWhateverTrialsDo() throws IOException {
        int code = ward.run(SWEEP.formatted("2, 102", 1), "--master", "local[2]", "--time-budget", "3s");

        assertThat(code).as(ward.told()).isEqualTo(ExitCode.STOPPED_EARLY.number());
        assertThat(ward.endings()).as("the second hangs for ever").last().isEqualTo("not run");
        assertThat(ward.told()).contains("The time budget is used up. The same command");
    }

    @Test
    void endsWithinSecondsOfSigtermWhateverTrialsDo() throws Exception {
        Path sweep = Files.writeString(folder.resolve("sweep.yaml"), SWEEP.formatted("2, 101", 1));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), IllMain.class.getName()));
        command.addAll(
                List.of("run", sweep.toString(), "--out", ward.directory().toString(), "--master", "local[2]"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
        try {
            awaitOutcome(process);

            process.destroy();

            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("a trial hangs for ever")
                    .isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("told")))
                    .isEqualTo(ExitCode.INTERRUPTED.number());
            assertThat(ward.endings()).containsExactly("completed", "not run");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Returns when the healthy trial has ended, after which the others hang. */
    private void awaitOutcome(Process process) throws IOException, InterruptedException {
        for (int i = 0; i < 6_000; i++) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("told")))
                    .isTrue();
            if (ward.anyEnded()) {
                Thread.sleep(1_000);
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No trial ended: " + Files.readString(folder.resolve("told")));
    }
}
