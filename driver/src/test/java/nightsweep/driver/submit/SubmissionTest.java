package nightsweep.driver.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {
    private static final Path FOLDER = Path.of("/home/anna");
    private static final Path JAR = Path.of("/opt/lib/nightsweep.jar");
    private static final List<String> LIBRARIES =
            List.of("/opt/lib/spark/spark-core_2.12-3.5.5.jar", "/opt/lib/spark/guava.jar");

    @Test
    void putsSparksWordsBeforeTheJarAndTheCommandBehindIt() {
        Submission submission = submission(
                Map.of(SparkOption.MASTER, "spark://host:7077", SparkOption.EXECUTOR_MEMORY, "3g"),
                List.of("spark.cores.max=8", "spark.ui.enabled=true"),
                "run",
                "--master=spark://host:7077",
                "my.yaml",
                "--executor-memory",
                "3g",
                "--conf",
                "spark.cores.max=8",
                "--conf=spark.ui.enabled=true",
                "--out",
                "hdfs:///runs/mine");

        assertThat(submission.command(FOLDER))
                .containsExactly(
                        "org.apache.spark.deploy.SparkSubmit",
                        "--class",
                        "nightsweep.driver.Main",
                        "--master",
                        "spark://host:7077",
                        "--executor-memory",
                        "3g",
                        "--conf",
                        "spark.cores.max=8",
                        "--conf",
                        "spark.ui.enabled=true",
                        "/opt/lib/nightsweep.jar",
                        "run",
                        "my.yaml",
                        "--out",
                        "hdfs:///runs/mine");
    }

    @Test
    void namesAPropertiesFileInFull() {
        SparkWords words = new SparkWords(Map.of(), List.of(), Optional.of("conf/my.properties"));

        assertThat(words.typed(FOLDER)).containsExactly("--properties-file", "/home/anna/conf/my.properties");
    }

    @Test
    void bringsSparksJarsToYarn() {
        assertThat(submission(Map.of(SparkOption.MASTER, "yarn"), List.of()).command(FOLDER))
                .containsSubsequence("--conf", "spark.yarn.jars=/opt/lib/spark/*.jar", JAR.toString());
        assertThat(submission(Map.of(SparkOption.MASTER, "yarn"), List.of("spark.yarn.archive=hdfs:///spark.zip"))
                        .command(FOLDER))
                .doesNotContain("spark.yarn.jars=/opt/lib/spark/*.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "cluster, spark.ui.port=4040, local:///opt/nightsweep/nightsweep.jar",
        "cluster, spark.kubernetes.file.upload.path=s3a://b/up, /opt/lib/nightsweep.jar",
        "client, spark.ui.port=4040, /opt/lib/nightsweep.jar"
    })
    void takesTheJarOfTheImageInAPod(String mode, String setting, String jar) {
        Map<SparkOption, String> options =
                Map.of(SparkOption.MASTER, "k8s://https://host:6443", SparkOption.DEPLOY_MODE, mode);

        assertThat(submission(options, List.of(setting), "run").command(FOLDER)).endsWith(jar, "run");
    }

    @Test
    void givesTheDriverItsMemoryAndOptions() {
        Submission here = submission(
                Map.of(SparkOption.DRIVER_MEMORY, "2"),
                List.of(
                        "spark.driver.memory=4g",
                        "spark.driver.extraJavaOptions=-Da=\"b c\" -Dd=e",
                        "spark.driver.extraClassPath=/opt/more.jar"));

        assertThat(here.javaOptions()).containsExactly("-Da=b c", "-Dd=e", "-Xmx2048k");
        assertThat(here.classPath()).startsWith("/opt/more.jar:/opt/lib/spark/");
    }

    @Test
    void leavesADriverOnTheClusterToTheCluster() {
        Submission there = submission(
                Map.of(SparkOption.MASTER, "yarn", SparkOption.DEPLOY_MODE, "cluster", SparkOption.DRIVER_MEMORY, "2g"),
                List.of("spark.driver.extraJavaOptions=-Da=b"));

        assertThat(there.javaOptions()).isEmpty();
        assertThat(there.command(FOLDER)).containsSubsequence("--driver-memory", "2g");
    }

    private static Submission submission(Map<SparkOption, String> options, List<String> conf, String... arguments) {
        SparkWords words = new SparkWords(options, conf, Optional.empty());
        return new Submission(words, SparkSettings.of(words, FOLDER), List.of(arguments), JAR, LIBRARIES);
    }
}
