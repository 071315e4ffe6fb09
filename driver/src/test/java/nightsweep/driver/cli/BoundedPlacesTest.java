package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is without end, or no file, is told in a sentence. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BoundedPlacesTest {
    @TempDir
    private Path folder;

    @Test
    void refusesModelsThatAreNoFiles() throws IOException, InterruptedException {
        Desk desk = new Desk(folder);
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createDirectory(folder.resolve("sub"));

        for (String place : new String[] {"/dev/zero", "pipe"}) {
            assertThat(desk.execute("evaluate", place)).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
            assertThat(desk.err()).contains("it is a pipe or a device. Copy what it gives to a file.");
            assertThat(desk.execute("predict", place, "x.csv")).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        }
        assertThat(desk.execute("evaluate", "sub")).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(desk.err()).contains("it is a folder.");
        assertThat(desk.execute("evaluate", "absent.zip")).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(desk.err()).contains(folder + "/absent.zip: there is no such file.");
    }

    @Test
    void refusesSweepsWithoutEnd() throws IOException {
        Desk desk = new Desk(folder);

        assertThat(desk.execute("plan", "/dev/zero")).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(desk.err()).contains("Cannot read sweep /dev/zero: it is larger than any sweep, 33554432 bytes.");
    }
}
