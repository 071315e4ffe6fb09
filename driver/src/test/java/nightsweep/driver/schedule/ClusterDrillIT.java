package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a standalone cluster whose workers are killed, beside the same sweep in peace. */
@Tag("drill")
class ClusterDrillIT {
    private static final long SEED = 17;
    private static final int KILLS = 5;
    private static final int TRIALS = 24;
    private static final String SWEEP = """
            name: digits
            dataset: {name: digits, train: 2000, test: 500, validation: 0.1}
            network:
              - dense: {units: $units, activation: $activation, dropout: 0.1}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 10, batch-size: 16, optimizer: $optimizer, learning-rate: 0.003}
            grid:
              units: [96, 128]
              activation: [relu, tanh]
              optimizer: [adam, rmsprop, sgd]
            repeats: 2
            seed: 5
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> properties = new TreeMap<>();

    @AfterEach
    void forgetProperties() {
        properties.keySet().forEach(System::clearProperty);
    }

    @Test
    void givesTheSameTablesWhateverIsKilled() throws Exception {
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        int peaceful = run("peace", "local[1]");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        int kills;
        int disturbed;
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(folder.resolve("spark")), 2, 1)) {
            property("spark.jars", "");
            property("spark.executor.extraClassPath", StandaloneCluster.classFolders());
            property("spark.executor.memory", "768m");
            Future<Integer> killer = threads.submit(killer(cluster, new Random(SEED)));
            disturbed = run("war", cluster.url());
            threads.shutdownNow();
            kills = killer.get(1, TimeUnit.MINUTES);
        }

        int retried = retried();
        System.out.println("Workers killed: " + kills + "; trials tried more than once: " + retried + " of " + TRIALS
                + "; tables compared: " + tables("war").size());
        assertThat(List.of(peaceful, disturbed)).as(err.toString()).containsOnly(ExitCode.DONE.number());
        assertThat(kills).as("killed before the sweep ended").isEqualTo(KILLS);
        assertThat(retried).isPositive();
        assertThat(tables("war").keySet())
                .contains("results.csv", "configurations.csv", "classes.csv")
                .filteredOn(name -> name.endsWith("confusion.csv"))
                .hasSize(TRIALS);
        assertThat(tables("war")).isEqualTo(tables("peace"));
    }

    /** Kills workers that have work, at seeded moments spread over the sweep; gives how many when it is interrupted. */
    private Callable<Integer> killer(StandaloneCluster cluster, Random random) {
        return () -> {
            int kills = 0;
            try {
                while (kills < KILLS) {
                    int victim = random.nextInt(2);
                    int due = (kills + 1) * TRIALS / (KILLS + 2);
                    while (outcomes("war") < due || !cluster.busy(victim)) {
                        Thread.sleep(50);
                    }
                    Thread.sleep(random.nextInt(1_500));
                    cluster.kill(victim);
                    kills++;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return kills;
        };
    }

    private long outcomes(String run) throws IOException {
        Path journal = folder.resolve(run).resolve("journal");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(journal)) {
            return files.filter(file -> file.getFileName().toString().matches("t-[0-9a-f]+\\.json"))
                    .count();
        }
    }

    private int retried() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                folder.resolve("war/timings.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180.builder().setHeader().build())) {
            return (int) parser.getRecords().stream()
                    .filter(row -> Integer.parseInt(row.get("attempts")) > 1)
                    .count();
        }
    }

    private int run(String name, String master) {
        String[] arguments = {
            "run",
            folder.resolve("sweep.yaml").toString(),
            "--out",
            folder.resolve(name).toString(),
            "--master",
            master,
            "--max-attempts",
            Integer.toString(KILLS + 1)
        };
        return Nightsweep.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), SweepRuns::new);
    }

    private void property(String name, String value) {
        properties.put(name, value);
        System.setProperty(name, value);
    }

    /** Every table but that of wall-clock times, of the run and of its trials, by path. */
    private Map<String, String> tables(String run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(run))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("timings.csv"))
                    .toList()) {
                tables.put(folder.resolve(run).relativize(file).toString(), Files.readString(file));
            }
        }
        return tables;
    }
}
