package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a cluster whose every connection is authenticated and encrypted. */
@Tag("drill")
class SecureClusterIT {
    private static final String SECRET = "a-secret-that-must-be-seen-nowhere";

    @TempDir
    private Path folder;

    @Test
    void letsThoseInWhoKnowTheSecretAndWritesItNowhere() throws Exception {
        SparkHome home = SparkHome.at(
                Files.createDirectory(folder.resolve("conf")),
                Map.of(
                        "spark.authenticate", "true",
                        "spark.authenticate.secret", SECRET,
                        "spark.network.crypto.enabled", "true",
                        "spark.io.encryption.enabled", "true"));
        SparkHome stranger = SparkHome.at(Files.createDirectory(folder.resolve("no-conf")), Map.of());
        SparkHome mistaken = SparkHome.at(
                Files.createDirectory(folder.resolve("other-conf")),
                Map.of(
                        "spark.authenticate", "true",
                        "spark.authenticate.secret", "another-secret",
                        "spark.network.crypto.enabled", "true"));
        Path sweep = TinySweep.write(folder, 1, 2);
        Path run = folder.resolve("runs/secure");
        try (StandaloneCluster cluster =
                StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")))) {
            cluster.addWorker(2);

            try (LeashedProcess driver = run(home, "known", cluster, sweep, run)) {
                cluster.awaitExecutors(1);
                assertThat(cluster.executors())
                        .allSatisfy(executor -> assertThat(LeashedProcess.commandLine(executor))
                                .as("what ps shows")
                                .doesNotContain(SECRET));
                assertThat(driver.await()).as(driver::said).isZero();
                assertThat(driver.said()).doesNotContain(SECRET);
            }
            // Spark tries for a minute: both at once.
            try (LeashedProcess without = run(stranger, "stranger", cluster, sweep, folder.resolve("runs/stranger"));
                    LeashedProcess wrong = run(mistaken, "mistaken", cluster, sweep, folder.resolve("runs/other"))) {
                for (LeashedProcess driver : List.of(without, wrong)) {
                    assertThat(driver.await()).as(driver::said).isEqualTo(8);
                    assertThat(driver.err())
                            .contains("nightsweep: ")
                            .contains("spark.authenticate and its secret")
                            .doesNotContain("\tat ")
                            .doesNotContain("defect")
                            .doesNotContain("another-secret");
                }
            }
        }
        assertThat(filesWith(run, SECRET)).isEmpty();
    }

    private LeashedProcess run(SparkHome home, String name, StandaloneCluster cluster, Path sweep, Path run)
            throws Exception {
        return home.submit(
                name, folder, List.of("--master", cluster.url()), "run", sweep.toString(), "--out", run.toString());
    }

    private static List<Path> filesWith(Path folder, String words) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, words))
                    .toList();
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
