package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.Main;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run directory that is another one in each process, then one that all share, on a standalone cluster. */
class UnsharedRunIT {
    private static final String SWEEP = """
            name: planes
            dataset: {name: xor, train: 100, test: 50}
            network:
              - dense: {units: 4, activation: $activation}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: 0.1}
            grid: {activation: [tanh, relu, sigmoid]}
            """;

    @TempDir
    private Path folder;

    @Test
    void isRefusedBeforeAnythingIsTrained() throws Exception {
        Path home = Files.createDirectory(folder.resolve("driver"));
        Files.writeString(home.resolve("sweep.yaml"), SWEEP);
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(folder.resolve("spark")), 1, 2)) {
            // The folder that a process was started in: each executor has one of its own.
            int unshared = run(home, "unshared", cluster.url(), "file:///proc/self/cwd/night");
            int shared = run(
                    home,
                    "shared",
                    cluster.url(),
                    home.resolve("shared").toUri().toString());

            String told = Files.readString(folder.resolve("unshared.log"));
            assertThat(unshared).as(told).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
            assertThat(told)
                    .containsPattern(
                            "nightsweep: Cannot run in file:/proc/self/cwd/night: executor \\d+ on host \\S+ does"
                                    + " not see what the driver wrote there \\(driver: host ")
                    .contains("Nothing was trained. Give --out a place that every machine sees")
                    .doesNotContain("\tat ");
            assertThat(home.resolve("night/journal")).doesNotExist();
            assertThat(home.resolve("night/.proof")).doesNotExist();
            assertThat(shared)
                    .as(Files.readString(folder.resolve("shared.log")))
                    .isZero();
            assertThat(home.resolve("shared/.proof")).doesNotExist();
            assertThat(home.resolve("shared/results.csv")).content().contains("completed");
        }
    }

    private int run(Path home, String log, String master, String out) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("--add-modules"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-Dspark.jars=",
                "-Dspark.executor.extraClassPath=" + StandaloneCluster.classFolders(),
                "-Dspark.executor.memory=768m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "sweep.yaml",
                "--out",
                out,
                "--master",
                master));
        File said = folder.resolve(log + ".log").toFile();
        Process driver = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        try {
            assertThat(driver.waitFor(30, TimeUnit.MINUTES)).as(log).isTrue();
            return driver.exitValue();
        } finally {
            driver.destroyForcibly().waitFor();
        }
    }
}
