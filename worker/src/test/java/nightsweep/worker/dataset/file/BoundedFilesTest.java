package nightsweep.worker.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedFilesTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesDevicesAndPipes() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        for (String location : new String[] {"/dev/zero", pipe.toString()}) {
            assertThatThrownBy(() -> file(location).read(InputStream::readAllBytes))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            "Cannot read " + location + ": it is a pipe or a device. Copy what it gives to a file.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b.csv", "12:30 x.csv", ":", "a:", "_a%20#?.csv"})
    void readsFilesWhateverTheirNames(String name) throws IOException, DataException {
        Files.writeString(folder.resolve(name), "text");

        assertThat(file(folder.resolve(name).toString()).read(InputStream::readAllBytes))
                .hasSize(4);
        assertThat(file("file:" + folder.resolve("b")).location()).startsWith("file:/");
    }

    @Test
    void takesAColonWithoutASlashForPartOfAName() {
        assertThat(DataPath.of("a:b.csv").getName()).isEqualTo("a:b.csv");
        assertThat(DataPath.of("a:b.csv").toUri().getScheme()).isNull();
        assertThat(DataPath.of("hdfs://host/a:b.csv").toUri().getScheme()).isEqualTo("hdfs");
        assertThat(DataPath.of("file:/a").toUri().getScheme()).isEqualTo("file");
    }

    private static DataFile file(String location) {
        return new DataFile(new Configuration(), location);
    }
}
