package nightsweep.driver.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.Main;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product in a JVM that nobody gave an option: as spark-submit would start it with a local master. */
class StartIT {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String VECTORS = "WARNING: Using incubator modules";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LONG_SWEEP = """
            name: long
            dataset: {name: digits, train: 3000, test: 200}
            network:
              - dense: {units: 256, activation: relu}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 100000, batch-size: 16, learning-rate: 0.001}
            seed: 5
            """;

    @TempDir
    private Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void givesArgumentsToASecondJvmAndPassesItsExitCodeOn() throws Exception {
        Process first = start(CLASS_PATH, "evaluate", "no such \"model\".zip", "--data", "");

        assertThat(end(first)).as(this::said).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(said()).contains("no such \"model\".zip").containsOnlyOnce(VECTORS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "plan quickstart"})
    void staysInOneJvmWhereNothingIsTrained(String command) throws Exception {
        Process first = start(CLASS_PATH, command.split(" "));

        assertThat(end(first)).as(this::said).isZero();
        assertThat(said()).isNotBlank().doesNotContain(VECTORS);
    }

    @Test
    void passesASignalOnAndEndsAsTheSecondDoes() throws Exception {
        Process first = startLongRun();
        List<ProcessHandle> second = first.descendants().toList();

        first.toHandle().destroy();

        assertThat(end(first)).as(this::said).isEqualTo(ExitCode.INTERRUPTED.number());
        assertThat(second).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void endsTheSecondJvmWithTheFirst() throws Exception {
        Process first = startLongRun();
        List<ProcessHandle> second = first.descendants().toList();
        started.addAll(second);

        first.destroyForcibly();

        assertThat(second).isNotEmpty();
        await("the end of the second JVM", () -> second.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void refusesToStartWithoutSpark() throws Exception {
        String without = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(place -> !place.contains("spark") && !place.contains("scala-library"))
                .collect(Collectors.joining(File.pathSeparator));

        Process first = start(without, "catalog");

        assertThat(end(first)).as(this::said).isEqualTo(ExitCode.BAD_CLUSTER.number());
        assertThat(said())
                .isEqualTo(
                        "nightsweep: Nightsweep is made for Spark 3.5 with Scala 2.12, and neither is on the class path:"
                                + " start it by spark-submit, or by bin/nightsweep of its distribution.\n");
    }

    @Test
    void wantsSparksOptionsBeforeTheJarUnderSparkSubmit() throws Exception {
        List<String> command =
                command(CLASS_PATH, "run", "quickstart", "--executor-memory", "4g", "--conf", "spark.a=b");
        command.add(1, "-Dspark.submit.deployMode=client");

        assertThat(end(start(command))).isEqualTo(ExitCode.USAGE.number());
        assertThat(said())
                .contains("Under spark-submit Spark's options come before the jar")
                .contains("--executor-memory, --conf come behind it");
    }

    private Process startLongRun() throws Exception {
        Path sweep = Files.writeString(folder.resolve("long.yaml"), LONG_SWEEP);
        Path run = folder.resolve("run");
        Process first = start(CLASS_PATH, "run", sweep.toString(), "--master", "local[1]", "--out", run.toString());
        await(
                "a trial under way",
                () -> !first.isAlive() || !names(run.resolve("running")).isEmpty());
        assertThat(first.isAlive()).as(this::said).isTrue();
        return first;
    }

    private static List<String> command(String classPath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Process start(String classPath, String... arguments) throws IOException {
        return start(command(classPath, arguments));
    }

    private Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        started.add(process.toHandle());
        return process;
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void await(String what, BooleanSupplier come) throws InterruptedException {
        long began = System.nanoTime();
        while (!come.getAsBoolean()) {
            assertThat(System.nanoTime() - began).as("waiting for " + what).isLessThan(PATIENCE.toNanos());
            Thread.sleep(100);
        }
    }

    private static List<Path> names(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
