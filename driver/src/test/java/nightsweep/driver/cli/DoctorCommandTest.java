package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void saysThatAllIsFit() throws IOException {
        Files.createDirectories(folder.resolve("data/mnist"));

        int code = desk.execute("doctor", "--data", folder.resolve("data").toString());

        assertThat(code).as(desk.out()).isEqualTo(ExitCode.DONE.number());
        assertThat(desk.out())
                .contains("Java 17", "GFLOP/s", "MiB of heap", "mnist", "All is fit for a run.")
                .doesNotContain("to mend");
        assertThat(desk.runs.requests)
                .singleElement()
                .satisfies(request ->
                        assertThat(Path.of(java.net.URI.create(request.out()))).doesNotExist());
    }

    @Test
    void saysWhatToMendOfDataAndCluster() {
        desk.variables.put("NIGHTSWEEP_DATA", folder.resolve("nowhere").toString());

        int code = desk.execute("doctor", "--master", "spark://127.0.0.1:1");

        assertThat(code).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(desk.out().replaceAll("\\s+", " "))
                .contains("to mend data There is no folder " + folder.resolve("nowhere") + ".")
                .contains("to mend cluster Cannot reach spark://127.0.0.1:1: nobody listens")
                .contains("2 things are to mend.");
        assertThat(desk.runs.requests).isEmpty();
    }

    @Test
    void saysThatTrialsFailed() {
        desk.runs.answer = RunEnd.SOME_FAILED;

        int code = desk.execute("doctor");

        assertThat(code).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(desk.out()).contains("to mend  trials", "out of memory=2", "One thing is to mend.");
    }

    @Test
    void saysWhyTheClusterCannotBeUsed() {
        desk.runs.failure = new RunFailure(RunFailure.Kind.CLUSTER, "Cannot run on local[*]: no room.");

        int code = desk.execute("doctor");

        assertThat(code).isEqualTo(ExitCode.BAD_CLUSTER.number());
        assertThat(desk.out()).contains("Cannot run on local[*]: no room.");
    }

    @Test
    void refusesAMasterThatIsNone() {
        int code = desk.execute("doctor", "--master", "sparkle");

        assertThat(code).isEqualTo(ExitCode.BAD_CLUSTER.number());
        assertThat(desk.err()).contains("it is no Spark master");
    }
}
