package nightsweep.driver.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorIT {
    @TempDir
    private Path folder;

    @Test
    void trainsByEachEngineAndLeavesNothingBehind() throws IOException {
        StringWriter out = new StringWriter();
        String[] command = {"doctor", "--master", "local[1]", "--out", folder.toString()};

        int code =
                Nightsweep.execute(command, new PrintWriter(out), new PrintWriter(new StringWriter()), SweepRuns::new);

        assertThat(code).as(out.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString()).contains("one by each engine, on local[1]");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
