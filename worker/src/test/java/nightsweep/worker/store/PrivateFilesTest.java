package nightsweep.worker.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps new files to themselves keeps those of a run to themselves. */
@EnabledOnOs(OS.LINUX)
class PrivateFilesTest {
    @TempDir
    private Path folder;

    /** Writes as a run does. */
    public static void main(String[] arguments) throws IOException {
        org.apache.hadoop.fs.Path run = new org.apache.hadoop.fs.Path(arguments[0], "run");
        WholeFiles files = new WholeFiles(run, new Configuration());
        files.write(new org.apache.hadoop.fs.Path(run, "trials/a/table.csv"), "1", Durability.ON_DISK);
        files.write(new org.apache.hadoop.fs.Path(run, "results.csv"), "1", Durability.WHOLE);
    }

    @Test
    void belongToTheirOwnerAlone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 077; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrivateFilesTest.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        for (String name : new String[] {"results.csv", "trials/a/table.csv"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("run").resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run/trials"))))
                .isEqualTo("rwx------");
    }
}
