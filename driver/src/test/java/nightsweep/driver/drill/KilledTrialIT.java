package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver killed by SIGKILL in the middle of a trial, which then goes on. */
class KilledTrialIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String SWEEP = """
            name: killed
            dataset: {name: digits, train: 3000, test: 300, validation: 0.1}
            network:
              - dense: {units: 96, activation: relu, dropout: 0.2}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 200, batch-size: 32, optimizer: adam, learning-rate: 0.01}
            seed: 5
            """;

    @TempDir
    private Path folder;

    @Test
    void goesOnFromItsCheckpointToTheSameTables() throws Exception {
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        run("whole");
        Process driver = DriverProcess.start(folder.resolve("log"), arguments("killed"));

        awaitCheckpoint(driver);
        driver.destroyForcibly().waitFor();
        run("killed");

        assertThat(DrillSweep.tables(folder.resolve("killed"))).isEqualTo(DrillSweep.tables(folder.resolve("whole")));
        assertThat(trials()).hasSize(1).allSatisfy(trial -> {
            assertThat(trial.resolve("trial.log"))
                    .content()
                    .containsPattern("The trial goes on from epoch ([2-9]|[1-9][0-9]+), step 1 of it\\.");
        });
        assertThat(DrillSweep.outcomes(folder.resolve("killed")).values())
                .hasSize(1)
                .allSatisfy(outcome -> assertThat(outcome).content().containsPattern("\"resumed-epochs\" : [1-9]"));
        assertThat(folder.resolve("killed/checkpoints")).isEmptyDirectory();
    }

    private void awaitCheckpoint(Process driver) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!checkpointKept()) {
            assertThat(driver.isAlive()).as(log()).isTrue();
            assertThat(System.nanoTime()).as(log()).isLessThan(until);
            Thread.sleep(20);
        }
    }

    private boolean checkpointKept() throws IOException {
        Path checkpoints = folder.resolve("killed/checkpoints");
        if (!Files.exists(checkpoints)) {
            return false;
        }
        try (Stream<Path> found = Files.list(checkpoints)) {
            return found.anyMatch(file -> file.getFileName().toString().startsWith("t-"));
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private Stream<Path> trials() throws IOException {
        Path trials = folder.resolve("killed/trials");
        if (!Files.exists(trials)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.list(trials)) {
            return found.toList().stream();
        }
    }

    private String[] arguments(String run) {
        return List.of(
                        "run",
                        folder.resolve("sweep.yaml").toString(),
                        "--out",
                        folder.resolve(run).toString(),
                        "--master",
                        "local[1]")
                .toArray(String[]::new);
    }

    private void run(String run) {
        StringWriter said = new StringWriter();
        PrintWriter console = new PrintWriter(said, true);

        int code = Nightsweep.execute(arguments(run), console, console, SweepRuns::new);

        assertThat(code).as(said.toString()).isEqualTo(ExitCode.DONE.number());
    }
}
