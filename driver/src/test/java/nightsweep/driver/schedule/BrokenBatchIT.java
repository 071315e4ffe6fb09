package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.run.SweepRuns;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executor that is killed when quick trials share a job: some have ended, one is under way, the others wait for it. */
@Tag("drill")
class BrokenBatchIT {
    private static final int TRIALS = 300;
    private static final String SWEEP = """
            name: quick
            dataset: {name: xor, train: 40, test: 20}
            network:
              - dense: {units: 2, activation: $activation}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 20, learning-rate: 0.1}
            grid: {activation: [tanh, relu, sigmoid]}
            repeats: 100
            """;

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();
    private final Map<String, String> properties = new LinkedHashMap<>();

    @AfterEach
    void forgetProperties() {
        properties.keySet().forEach(System::clearProperty);
    }

    @Test
    void costsNoTrialButTheOneUnderWayAnAttemptAndNoneItsOutcome() throws Exception {
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        int peaceful = run(folder.resolve("peace").toString(), "local[1]");
        int broken;
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(folder.resolve("spark")), 1, 1)) {
            properties.put("spark.jars", "");
            properties.put("spark.executor.extraClassPath", StandaloneCluster.classFolders());
            properties.put("spark.executor.memory", "768m");
            properties.put("spark.hadoop.fs.breaking.impl", BreakingFileSystem.class.getName());
            properties.forEach(System::setProperty);
            broken = run("breaking://" + folder.resolve("war"), cluster.url());
        }

        assertThat(List.of(peaceful, broken)).as(told.toString()).containsOnly(0);
        assertThat(folder.resolve("war" + BreakingFileSystem.MARK))
                .as("an executor ended while trials shared a job")
                .exists();
        String[] mark = Files.readString(folder.resolve("war" + BreakingFileSystem.MARK))
                .split(" ", -1);
        assertThat(attempts()).hasSize(TRIALS);
        attempts()
                .forEach((trial, attempts) -> assertThat(attempts)
                        .as("%s, lost: %s", trial, mark[0])
                        .isEqualTo(trial.equals(mark[0]) ? 2 : 1));
        assertThat(outcomes()).isEqualTo(TRIALS);
        for (String table : List.of("results.csv", "configurations.csv", "classes.csv")) {
            assertThat(folder.resolve("war").resolve(table))
                    .hasSameTextualContentAs(folder.resolve("peace").resolve(table));
        }
    }

    private int run(String directory, String master) {
        String[] arguments = {
            "run",
            folder.resolve("sweep.yaml").toString(),
            "--out",
            directory,
            "--master",
            master,
            "--max-attempts",
            "2"
        };
        return Nightsweep.execute(arguments, new PrintWriter(told, true), new PrintWriter(told, true), SweepRuns::new);
    }

    /** Of each trial, by its id. */
    private Map<String, Integer> attempts() throws IOException {
        Map<String, Integer> attempts = new LinkedHashMap<>();
        try (CSVParser timings = CSVParser.parse(
                folder.resolve("war/timings.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180.builder().setHeader().build())) {
            timings.forEach(row -> attempts.put(row.get("id"), Integer.parseInt(row.get("attempts"))));
        }
        return attempts;
    }

    private long outcomes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("war/journal"))) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
