package nightsweep.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFoldersTest {
    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void makeWhatIsNoFolder() throws IOException {
        file = Files.createFile(folder.resolve("file")).toString();
    }

    @Test
    void isContentWithOneFolderOfMany() {
        assertThat(LocalFolders.problem(Map.of(), Optional.of(file + "," + folder.resolve("new")), file))
                .isEmpty();
        assertThat(LocalFolders.problem(Map.of("SPARK_LOCAL_DIRS", folder.toString()), Optional.of(file), file))
                .isEmpty();
        assertThat(LocalFolders.problem(Map.of(), Optional.empty(), folder.toString()))
                .isEmpty();
    }

    @Test
    void namesTheFolderThatCannotBeWrittenTo() {
        assertThat(LocalFolders.problem(Map.of(), Optional.empty(), file + "/below"))
                .hasValueSatisfying(told -> assertThat(told)
                        .contains(file + "/below, which is no folder that can be written to")
                        .contains("spark.local.dir"));
        assertThat(LocalFolders.problem(Map.of("SPARK_LOCAL_DIRS", file), Optional.of(folder.toString()), "/tmp"))
                .isPresent();
    }

    @Test
    void leavesAContainerOfYarnToYarn() {
        assertThat(LocalFolders.problem(Map.of("LOCAL_DIRS", "/yarn"), Optional.empty(), file))
                .isEmpty();
    }
}
