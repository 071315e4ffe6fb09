package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands start from the archive of classes where it fits, and as well where it does not. */
class ArchivedClassesIT {
    /** What Java says of a class that it took from an archive of ours, not from its own. */
    private static final String SHARED = "nightsweep.driver.cli.Nightsweep source: shared objects file (top)";

    private static final int HEADER = 16_384;

    @TempDir
    private Path folder;

    private Path home;
    private Path archive;
    private Path size;

    /** Another folder with the same jars. */
    @BeforeEach
    void install() throws IOException {
        Path built = Path.of("target/nightsweep").toAbsolutePath();
        home = folder.resolve("a home/nightsweep");
        for (String file : List.of("bin/nightsweep", "bin/archive-classes", "conf/log4j2.xml")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.copy(built.resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectory(home.resolve("lib"));
        for (String jars : List.of("lib/nightsweep.jar", "lib/spark")) {
            Files.createSymbolicLink(home.resolve(jars), built.resolve(jars));
        }
        archive = home.resolve("lib/nightsweep.jsa");
        size = home.resolve("lib/nightsweep.jsa.size");
    }

    @Test
    void servesTheJavaAndFolderThatItWasMadeWith() throws Exception {
        makeTwiceAtOnce();
        assertThat(sharesClasses()).as("from the archive").isTrue();

        Path cache = Files.createDirectories(folder.resolve("cache/nightsweep"));
        String name = home.toString().replace('/', '%') + ".jsa";
        Files.move(archive, cache.resolve(name));
        Files.move(size, cache.resolve(name + ".size"));
        assertThat(sharesClasses()).as("from the user's cache").isTrue();

        Files.move(cache.resolve(name), archive);
        Files.move(cache.resolve(name + ".size"), size);
        byte[] bytes = Files.readAllBytes(archive);
        makeOfAnotherJava(bytes);
        Files.write(archive, bytes);
        assertThat(sharesClasses()).as("from that of another Java").isFalse();

        Files.write(archive, List.of("cut off"));
        assertThat(sharesClasses()).as("from one that was cut off").isFalse();
    }

    private void makeTwiceAtOnce() throws Exception {
        List<String> command = List.of(home.resolve("bin/archive-classes").toString());
        try (LeashedProcess one = LeashedProcess.start("one", folder, environment(), command);
                LeashedProcess other = LeashedProcess.start("other", folder, environment(), command)) {
            assertThat(one.await()).as(one::said).isZero();
            assertThat(other.await()).as(other::said).isZero();

            assertThat(one.said() + other.said()).doesNotContain("no archive was made");
        }
        assertThat(Files.readString(size).strip()).isEqualTo(Long.toString(Files.size(archive)));
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            archive, size, home.resolve("lib/nightsweep.jar"), home.resolve("lib/spark"));
        }
    }

    /** Starts a command, which must go as ever, and looks where its classes came from. */
    private boolean sharesClasses() throws Exception {
        Path log = folder.resolve("loaded");
        Files.deleteIfExists(log);
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("NIGHTSWEEP_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        try (LeashedProcess launcher = LeashedProcess.start(
                "launcher",
                folder,
                environment,
                List.of(home.resolve("bin/nightsweep").toString(), "--version"))) {
            assertThat(launcher.await()).as(launcher::said).isZero();

            assertThat(launcher.out()).startsWith("nightsweep ");
            assertThat(launcher.err()).isEmpty();
        }
        return Files.readString(log, StandardCharsets.ISO_8859_1).contains(SHARED);
    }

    private Map<String, String> environment() {
        return Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /** Its header names the Java that it was made with, in full. */
    private static void makeOfAnotherJava(byte[] archive) {
        String version = "(" + System.getProperty("java.vm.version") + ")";
        int at = new String(archive, 0, HEADER, StandardCharsets.ISO_8859_1).indexOf(version);
        assertThat(at).as("place of " + version).isPositive();
        archive[at + 1] = '9';
    }
}
