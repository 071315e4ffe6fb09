package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trial on a cluster that nothing but the end of its process can end. Beside it nine trials of six seconds follow one
 * another, so that one of them is under way when the process is ended.
 */
@Tag("drill")
class HaltingDrillIT {
    private static final String SWEEP = """
            name: halting
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: $units, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 3, batch-size: 10, learning-rate: $rate}
            grid: {units: [106, 107], rate: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09]}
            only:
              - {units: 106, rate: 0.01}
              - {units: 107, rate: 0.01}
              - {units: 107, rate: 0.02}
              - {units: 107, rate: 0.03}
              - {units: 107, rate: 0.04}
              - {units: 107, rate: 0.05}
              - {units: 107, rate: 0.06}
              - {units: 107, rate: 0.07}
              - {units: 107, rate: 0.08}
              - {units: 107, rate: 0.09}
            """;

    @TempDir
    private Path folder;

    private static boolean lost(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains("\"ending\" : \"executor lost: ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void forgetProperties() {
        List.of("spark.jars", "spark.plugins", "spark.executor.extraClassPath", "spark.executor.memory")
                .forEach(System::clearProperty);
    }

    @Test
    void haltsTheProcessAndBlamesNoNeighbour() throws Exception {
        try (Ward ward = new Ward(folder);
                StandaloneCluster cluster =
                        StandaloneCluster.start(Files.createDirectory(folder.resolve("spark")), 1, 2)) {
            Map.of(
                            "spark.jars",
                            "",
                            "spark.plugins",
                            IllPlugin.class.getName(),
                            "spark.executor.extraClassPath",
                            StandaloneCluster.classFolders(),
                            "spark.executor.memory",
                            "768m")
                    .forEach(System::setProperty);

            int code = ward.run(SWEEP, "--master", cluster.url(), "--trial-timeout", "30s", "--max-attempts", "1");

            assertThat(code).as(ward.told()).isEqualTo(ExitCode.SOME_FAILED.number());
            List<String> endings = ward.endings();
            assertThat(endings).hasSize(10).first().isEqualTo("failed timed out: It took longer than 30 s.");
            assertThat(endings.subList(1, 10)).containsOnly("completed");
            assertThat(ward.directory().resolve("journal"))
                    .isDirectoryRecursivelyContaining(path -> path.toString().endsWith(".json") && lost(path));
        }
    }
}
