package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten trials of which five fall ill. */
class FaultySweepIT {
    private static final String SWEEP = """
            name: illnesses
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: $units, activation: tanh}
              - output: {units: $outputs, loss: cross-entropy}
            training: {epochs: 3, batch-size: 10, learning-rate: 0.1}
            grid:
              units: [%1$s, 2, 103, 3, 104, 4, 105, 5, 6]
              outputs: [2, 1]
            only:
              - {units: %1$s, outputs: 2}
              - {units: 2, outputs: 2}
              - {units: 103, outputs: 2}
              - {units: 3, outputs: 2}
              - {units: 104, outputs: 2}
              - {units: 4, outputs: 2}
              - {units: 105, outputs: 2}
              - {units: 5, outputs: 2}
              - {units: 2, outputs: 1}
              - {units: 6, outputs: 2}
            """;

    private static final int TRIALS = 10;

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

    @ParameterizedTest
    @ValueSource(ints = {FaultyEngine.SLEEPS, FaultyEngine.SPINS})
    void givesFiveGoodOutcomesAndFiveWithTheirReasons(int hang) throws IOException {
        long limit = Math.max(5, secondsWithoutHanging());

        int code = ward.run(SWEEP.formatted(hang), "--master", "local[2]", "--trial-timeout", limit + "s");

        assertThat(code).as(ward.told()).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(ward.endings())
                .as(ward.told())
                .first()
                .asString()
                .startsWith("failed timed out: It took longer than ");
        assertThat(ward.endings().subList(1, TRIALS))
                .as(ward.told())
                .containsExactly(
                        "completed",
                        "failed internal error: The learner broke. (see trials/ID/error.txt)",
                        "completed",
                        "failed out of memory: Java heap space",
                        "completed",
                        "diverged the loss was not finite in epoch 2, step 11",
                        "completed",
                        "failed invalid configuration: cross-entropy compares one output unit a class, but the output"
                                + " layer has 1 unit for 2 classes: give it 2 units, or use binary-cross-entropy.",
                        "completed");
        assertThat(ward.outcome(1)).content().contains("\"epoch\" : 1,", "\"ending\" : \"timed out\"");
        assertThat(ward.trial(3).resolve("error.txt"))
                .content()
                .startsWith("internal error: The learner broke.")
                .contains("java.lang.IllegalStateException", "FaultyEngine");
    }

    /** What all others take here and now, one that fills the heap among them: a busy machine is slow. */
    private long secondsWithoutHanging() throws IOException {
        try (Ward pilot = new Ward(Files.createDirectory(folder.resolve("pilot")))) {
            long began = System.nanoTime();
            pilot.run(SWEEP.formatted(7), "--master", "local[2]");
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
        } finally {
            Ward.fallIll();
        }
    }
}
