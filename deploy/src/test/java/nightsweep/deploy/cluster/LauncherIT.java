package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution's launcher as a process, with Spark's own options. */
class LauncherIT {
    private static final String SECRET = "hidden-from-everybody";
    private static final String VECTORS = "WARNING: Using incubator modules";
    private static final Pattern STARTED =
            Pattern.compile("Spark \\S+ runs \"(.*)\" on (\\S+); the driver's heap is at most (\\d+) MiB");

    @TempDir
    private Path folder;

    @Test
    void startsSparkAsItsOptionsSay() throws Exception {
        Path run = folder.resolve("run");
        Path events = Files.createDirectory(folder.resolve("events"));
        Files.writeString(folder.resolve("my.properties"), """
                spark.hadoop.fs.s3a.secret.key=%s
                spark.eventLog.enabled=true
                spark.eventLog.compress=false
                spark.eventLog.dir=file:///nowhere
                spark.driver.memory=9g
                spark.app.name=from-the-file
                """.formatted(SECRET));
        try (LeashedProcess launcher = start(
                Map.of(),
                "run",
                TinySweep.write(folder, 1, 2).toString(),
                "--master",
                "local[2]",
                "--out=" + run,
                "--properties-file",
                "my.properties",
                "--conf",
                "spark.eventLog.dir=" + events.toUri(),
                "--conf=spark.driver.memory=8g",
                "--driver-memory",
                "600m",
                "--name=night shift",
                "--executor-memory",
                "2g")) {
            Patience.until(
                    "Spark's submission",
                    launcher::said,
                    () -> !launcher.alive() || !launcher.below("SparkSubmit").isEmpty());
            assertThat(launcher.below(SECRET))
                    .as("processes that show the secret")
                    .isEmpty();
            assertThat(launcher.await()).as(launcher::said).isZero();

            assertThat(launcher.out()).contains("tiny: 4 planned = 4 completed");
            assertThat(launcher.err()).contains("--executor-memory does nothing with the master local[2]");
            assertThat(launcher.err().split(VECTORS, -1)).as(launcher.err()).hasSize(2);
            assertThat(launcher.said()).doesNotContain(SECRET);
        }
        Matcher started = STARTED.matcher(Files.readString(run.resolve("logs/driver.log")));
        assertThat(started.find()).isTrue();
        assertThat(started.group(1)).isEqualTo("night shift");
        assertThat(started.group(2)).isEqualTo("local[2]");
        assertThat(Integer.parseInt(started.group(3))).isBetween(400, 600);
        assertThat(contentsBelow(run)).doesNotContain(SECRET);
        assertThat(contentsBelow(events))
                .as("Spark's event log")
                .contains("spark.hadoop.fs.s3a.secret.key")
                .contains("night shift")
                .doesNotContain(SECRET);
    }

    @Test
    void refusesWhatSparkCannotReadBeforeAnythingStarts() throws Exception {
        try (LeashedProcess launcher = start(
                Map.of(),
                "run",
                "quickstart",
                "--out",
                "run",
                "--driver-memory",
                "lots",
                "--properties-file",
                "missing.properties")) {
            assertThat(launcher.await()).as(launcher::said).isEqualTo(2);

            assertThat(launcher.err())
                    .contains("--properties-file missing.properties: there is no such file.")
                    .contains("--driver-memory is a size of memory, such as 512m or 4g, but got lots.");
            assertThat(folder.resolve("run")).doesNotExist();
        }
    }

    /** As in a container: no folder of a user, or one that cannot be written to. */
    @Test
    void runsWithoutAHome() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Map<String, String> environment = Map.of(
                "HOME",
                noFolder.toString(),
                "NIGHTSWEEP_JAVA_OPTS",
                "-Duser.home=" + noFolder + " -Djava.io.tmpdir=" + temporary);
        String sweep = TinySweep.write(folder, 1, 1).toString();
        try (LeashedProcess launcher = start(environment, "run", sweep, "--master", "local[1]", "--out", "run")) {
            assertThat(launcher.await()).as(launcher::said).isZero();

            assertThat(launcher.out()).contains("tiny: 4 planned = 4 completed");
            assertThat(temporary.resolve(".javacpp-" + System.getProperty("user.name")))
                    .as("native libraries")
                    .isDirectory();
        }
        Map<String, String> nowhere = Map.of("NIGHTSWEEP_JAVA_OPTS", "-Djava.io.tmpdir=" + noFolder);
        try (LeashedProcess launcher = start(nowhere, "run", sweep, "--master", "local[1]", "--out", "run-2")) {
            assertThat(launcher.await()).as(launcher::said).isEqualTo(8);

            assertThat(launcher.err()).contains("Cannot start Spark: it keeps its blocks in " + noFolder);
        }
    }

    @Test
    void passesASignalOn() throws Exception {
        try (LeashedProcess launcher = start(
                Map.of(),
                "run",
                TinySweep.writeSlow(folder, 1).toString(),
                "--master",
                "local[1]",
                "--out",
                "run",
                "--name",
                "night shift")) {
            Patience.until(
                    "a trial under way",
                    launcher::said,
                    () -> !launcher.alive() || Files.isDirectory(folder.resolve("run/running")));
            List<ProcessHandle> drivers = launcher.below("SparkSubmit");
            launcher.signal("TERM");

            assertThat(launcher.await()).as(launcher::said).isEqualTo(6);
            assertThat(drivers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "plan quickstart", "--help", "run --help"})
    void startsWithoutAWarningWhereNothingIsTrained(String command) throws Exception {
        try (LeashedProcess launcher = start(Map.of(), command.split(" "))) {
            assertThat(launcher.await()).as(launcher::said).isZero();

            assertThat(launcher.out()).isNotBlank();
            assertThat(launcher.err()).doesNotContain("WARNING");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_412", "11.0.2", "16"})
    void saysWhichJavaItNeeds(String version) throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                folder.resolve("jdk/release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n",
                StandardCharsets.UTF_8);
        try (LeashedProcess launcher =
                start(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "catalog")) {
            assertThat(launcher.await()).as(launcher::said).isEqualTo(8);

            assertThat(launcher.err())
                    .isEqualTo("nightsweep: Java 17 is needed, but " + java + " is Java " + version
                            + ". Install JDK 17, or set JAVA_HOME.\n");
        }
    }

    private LeashedProcess start(Map<String, String> environment, String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of("target/nightsweep/bin/nightsweep").toAbsolutePath().toString()));
        words.addAll(List.of(command));
        return LeashedProcess.start("launcher", folder, environment, words);
    }

    /** All files, as text; what is compressed does not show. */
    private static String contentsBelow(Path top) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
