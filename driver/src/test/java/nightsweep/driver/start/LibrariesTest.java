package nightsweep.driver.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibrariesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"3.5.5, 2.12.18", "3.5.0, 2.12.8", "3.5.3-amzn-0, 2.12.18"})
    void isContentWithItsLine(String spark, String scala) throws IOException {
        spark(spark);
        scala(scala);
        log4j();

        assertThat(problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3.4.1, 2.12.17", "4.0.0, 2.13.16", "3.5.5, 2.13.8", "3.50.0, 2.12.18"})
    void namesAnotherSparkOrScala(String spark, String scala) throws IOException {
        spark(spark);
        scala(scala);
        log4j();

        assertThat(problem())
                .hasValue("Nightsweep is made for Spark 3.5 with Scala 2.12, but this is Spark " + spark
                        + " with Scala " + scala + ": use a Spark 3.5 built for Scala 2.12, on the driver's side and"
                        + " the cluster's.");
    }

    @Test
    void saysHowItIsStartedWhereThereIsNoSpark() throws IOException {
        assertThat(problem())
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("neither is on the class path")
                        .contains("spark-submit")
                        .contains("bin/nightsweep"));
    }

    @Test
    void missesScalaBesideSpark() throws IOException {
        spark("3.5.5");

        assertThat(problem()).isPresent();
    }

    @Test
    void missesLog4j() throws IOException {
        spark("3.5.5");
        scala("2.12.18");

        assertThat(problem())
                .hasValueSatisfying(told -> assertThat(told).contains("Log4j 2").contains("log4j-core"));
    }

    private Optional<String> problem() throws IOException {
        // Without a parent: what stands on the tests' own class path is not seen.
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return Libraries.problem(loader);
        }
    }

    private void spark(String version) throws IOException {
        Files.writeString(
                folder.resolve("spark-version-info.properties"), "version=" + version + "\nbranch=v" + version + "\n");
    }

    private void scala(String version) throws IOException {
        Files.writeString(folder.resolve("library.properties"), "version.number=" + version + "\n");
    }

    private void log4j() throws IOException {
        Path core = Files.createDirectories(folder.resolve("org/apache/logging/log4j/core"));
        Files.createFile(core.resolve("LoggerContext.class"));
    }
}
