package nightsweep.driver.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSettingsTest {
    private static final String CLUSTER = "spark://host:7077";

    @TempDir
    private Path folder;

    @Test
    void takesAnOptionBeforeConfAndConfBeforeAFile() throws IOException {
        Files.writeString(folder.resolve("my.properties"), """
                # of the team
                spark.executor.memory=1g
                spark.executor.cores 1
                spark.ui.port = 4050
                """);

        SparkSettings settings = read(
                Map.of(SparkOption.MASTER, CLUSTER, SparkOption.EXECUTOR_MEMORY, "3g"),
                List.of("spark.executor.memory=2g", "spark.executor.cores=2", "spark.executor.cores=4"),
                Optional.of("my.properties"));

        assertThat(settings.values())
                .containsOnly(
                        Map.entry("spark.master", CLUSTER),
                        Map.entry("spark.executor.memory", "3g"),
                        Map.entry("spark.executor.cores", "4"),
                        Map.entry("spark.ui.port", "4050"));
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SparkOption.class)
    void givesEachOptionTheMeaningOfItsSetting(SparkOption option) {
        Map<SparkOption, String> sound = Map.of(
                SparkOption.MASTER, "yarn",
                SparkOption.DEPLOY_MODE, "cluster",
                SparkOption.DRIVER_MEMORY, "1g",
                SparkOption.EXECUTOR_MEMORY, "1g",
                SparkOption.EXECUTOR_CORES, "2",
                SparkOption.NUM_EXECUTORS, "2",
                SparkOption.TOTAL_EXECUTOR_CORES, "2");
        String value = sound.getOrDefault(option, "some");

        SparkSettings settings =
                read(Map.of(option, value), List.of("spark.master=yarn", option.key() + "=other"), Optional.empty());

        assertThat(settings.value(option.key())).contains(value);
    }

    @Test
    void tellsAllThatSparkCannotReadAtOnce() {
        assertThatThrownBy(() -> read(
                        Map.of(
                                SparkOption.MASTER, CLUSTER,
                                SparkOption.EXECUTOR_CORES, "0",
                                SparkOption.DEPLOY_MODE, "clusterr"),
                        List.of("no-value", "=4", "spark.driver.memory=5x"),
                        Optional.of("missing.properties")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--properties-file missing.properties: there is no such file.\n"
                        + "--conf takes KEY=VALUE, as in --conf spark.executor.memory=4g, but got no-value.\n"
                        + "--conf takes KEY=VALUE, as in --conf spark.executor.memory=4g, but got no name before =.\n"
                        + "--conf spark.driver.memory is a size of memory, such as 512m or 4g, but got 5x.\n"
                        + "--executor-cores is a whole number from 1, but got 0.\n"
                        + "--deploy-mode is client (the driver runs here) or cluster (the driver runs on the cluster),"
                        + " but got clusterr.");
    }

    @Test
    void namesTheFileThatASettingCannotBeReadFrom() throws IOException {
        Files.writeString(folder.resolve("my.properties"), "spark.executor.memory=lots\n");

        assertThatThrownBy(() -> read(Map.of(), List.of(), Optional.of("my.properties")))
                .hasMessage(
                        "--properties-file my.properties, spark.executor.memory is a size of memory, such as 512m or 4g,"
                                + " but got lots.");
    }

    @Test
    void refusesAFolderAsAPropertiesFile() {
        assertThatThrownBy(() -> read(Map.of(), List.of(), Optional.of(".")))
                .hasMessageStartingWith("--properties-file . cannot be read");
    }

    @Test
    void passesOverWhatIsNotSparksAndSaysSo() {
        SparkSettings settings =
                read(Map.of(SparkOption.MASTER, CLUSTER), List.of("fs.s3a.secret.key=hidden"), Optional.empty());

        assertThat(settings.values()).containsOnlyKeys("spark.master");
        assertThat(settings.warnings())
                .containsExactly(
                        "--conf fs.s3a.secret.key: Spark's settings begin with spark., so this one is passed over."
                                + " Hadoop's are written spark.hadoop.NAME.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512m", "4g", "4G", "1024", "2tb", "900000k", "1gb"})
    void takesMemoryAsSparkWritesIt(String size) {
        assertThat(read(Map.of(SparkOption.DRIVER_MEMORY, size), List.of(), Optional.empty())
                        .value("spark.driver.memory"))
                .contains(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0g", "-1g", "1.5g", "4 g", "4gib", "g", "lots"})
    void refusesMemoryThatSparkCannotRead(String size) {
        assertThatThrownBy(() -> read(Map.of(SparkOption.DRIVER_MEMORY, size), List.of(), Optional.empty()))
                .hasMessageStartingWith("--driver-memory is a size of memory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local[2] | EXECUTOR_MEMORY | 4g | --executor-memory does nothing with the master local[2]: trials are trained in the driver",
                "local[2] | EXECUTOR_CORES | 4 | --executor-cores does nothing with the master local[2]",
                "spark://host:7077 | NUM_EXECUTORS | 4 | --num-executors does nothing with the master spark://host:7077: there --total-executor-cores",
                "spark://host:7077 | QUEUE | night | --queue does nothing with the master spark://host:7077: queues are YARN's.",
                "yarn | TOTAL_EXECUTOR_CORES | 4 | --total-executor-cores does nothing with the master yarn: there --num-executors",
                "k8s://https://host:6443 | QUEUE | night | --queue does nothing with the master k8s://https://host:6443"
            })
    void tellsWhatDoesNothing(String master, SparkOption option, String value, String told) {
        SparkSettings settings = read(Map.of(SparkOption.MASTER, master, option, value), List.of(), Optional.empty());

        assertThat(settings.warnings()).singleElement().asString().startsWith(told);
    }

    @ParameterizedTest
    @CsvSource({"yarn, QUEUE, night", "yarn, NUM_EXECUTORS, 4", "spark://host:7077, TOTAL_EXECUTOR_CORES, 8"})
    void isQuietAboutWhatDoesSomething(String master, SparkOption option, String value) {
        assertThat(read(Map.of(SparkOption.MASTER, master, option, value), List.of(), Optional.empty())
                        .warnings())
                .isEmpty();
    }

    @Test
    void refusesADriverOnAClusterThatIsThisMachine() {
        assertThatThrownBy(() -> read(Map.of(SparkOption.DEPLOY_MODE, "cluster"), List.of(), Optional.empty()))
                .hasMessageStartingWith(
                        "--deploy-mode: the driver runs on a cluster, but the master local[*] is this machine.");
    }

    @Test
    void refusesAHeapAmongJavasOptions() {
        assertThatThrownBy(
                        () -> read(Map.of(), List.of("spark.driver.extraJavaOptions=-Dx=y -Xmx2g"), Optional.empty()))
                .hasMessageContaining("--driver-memory");
    }

    private SparkSettings read(Map<SparkOption, String> options, List<String> conf, Optional<String> file) {
        return SparkSettings.of(new SparkWords(options, conf, file), folder);
    }
}
