package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's launcher on YARN, which gets Spark's jars from it. */
@Tag("drill")
class LauncherYarnIT {
    @TempDir
    private static Path folder;

    private static SparkHome home;
    private static HadoopCluster cluster;
    private static Path sweep;

    @BeforeAll
    static void start() throws Exception {
        cluster = HadoopCluster.start(Files.createDirectory(folder.resolve("hadoop")));
        home = cluster.spark(Files.createDirectory(folder.resolve("conf")));
        sweep = TinySweep.write(folder, 1, 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void runsTheDriverHere() throws Exception {
        try (LeashedProcess driver = launch("client", List.of("--name", "night shift"), sweep.toString())) {
            assertThat(driver.await()).as(() -> driver.said() + cluster.logs()).isZero();

            assertThat(driver.out()).contains("tiny: 4 planned = 4 completed");
            assertThat(cluster.lastFinalState()).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void runsTheDriverInAContainer() throws Exception {
        List<String> asked = List.of("--deploy-mode", "cluster", "--files", sweep.toString());
        try (LeashedProcess client = launch("cluster-mode", asked, "tiny.yaml")) {
            assertThat(client.await()).as(() -> client.said() + cluster.logs()).isZero();

            assertThat(client.err()).contains("final status: SUCCEEDED");
            assertThat(cluster.logs()).contains("tiny: 4 planned = 4 completed");
        }
    }

    private static LeashedProcess launch(String name, List<String> options, String file) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of("target/nightsweep/bin/nightsweep").toAbsolutePath().toString(),
                "run",
                file,
                "--out",
                cluster.uri("/runs/" + name),
                "--master",
                "yarn",
                "--conf",
                "spark.yarn.appMasterEnv.SPARK_LOCAL_IP=127.0.0.1",
                "--conf",
                "spark.executorEnv.SPARK_LOCAL_IP=127.0.0.1"));
        words.addAll(options);
        return LeashedProcess.start(name, folder, home.environment(), words);
    }
}
