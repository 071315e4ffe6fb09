package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial whose executor is lost when its outcome is kept and the driver has not been told of it. */
class UntoldOutcomeIT {
    private static final String SWEEP = """
            name: planes
            dataset: {name: xor, train: 100, test: 50}
            network:
              - dense: {units: 4, activation: $activation}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: 0.1}
            grid: {activation: [tanh, relu]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();
    private final Map<String, String> properties = new LinkedHashMap<>();

    @AfterEach
    void forgetProperties() {
        properties.keySet().forEach(System::clearProperty);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void isNotTrainedAgainAndDoesNotCountAsLost(int maxAttempts) throws Exception {
        Path sweep = Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(folder.resolve("spark")), 1, 1)) {
            properties.put("spark.jars", "");
            properties.put("spark.executor.extraClassPath", StandaloneCluster.classFolders());
            properties.put("spark.executor.memory", "768m");
            properties.put("spark.hadoop.fs.halting.impl", HaltingFileSystem.class.getName());
            properties.forEach(System::setProperty);
            String[] arguments = {
                "run",
                sweep.toString(),
                "--out",
                "halting://" + folder.resolve("run"),
                "--master",
                cluster.url(),
                "--max-attempts",
                Integer.toString(maxAttempts)
            };

            int code = Nightsweep.execute(
                    arguments, new PrintWriter(told, true), new PrintWriter(told, true), SweepRuns::new);

            assertThat(code).as(told.toString()).isZero();
            String halted = Files.readString(folder.resolve("run" + HaltingFileSystem.COPY));
            assertThat(outcomes()).hasSize(2).contains(halted);
            assertThat(folder.resolve("run/running")).isEmptyDirectory();
        }
    }

    private List<String> outcomes() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("run/journal"))) {
            List<String> outcomes = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                outcomes.add(Files.readString(file));
            }
            return outcomes;
        }
    }
}
