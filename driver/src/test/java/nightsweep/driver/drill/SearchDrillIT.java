package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.driver.schedule.StandaloneCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search that learns from trials which pause at rungs, and trains its finalists more often, comes to the same on any number of slots, on a cluster that loses
 * executors, and whenever its driver is killed: proposals, decisions and tables are compared by the byte.
 */
@Tag("drill")
class SearchDrillIT {
    private static final String SWEEP = """
            name: search
            dataset: {name: digits, train: 300, test: 100, validation: 0.3}
            network:
              - dense: {units: $units, activation: $activation, dropout: 0.1}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 9, batch-size: 16, optimizer: adam, learning-rate: $rate}
            grid:
              activation: [relu, tanh, sigmoid]
              units: {from: 4, to: 64, scale: log}
              rate: {from: 1e-4, to: 1e-1, scale: log}
            seed: 5
            repeats: 3
            search: {method: tpe, trials: 81, window: 8, rungs: {first: 1, keep: 1/3}, control: 0.1, finalists: 3, most-repeats: 6}
            """;

    private static final int PROPOSALS = 81;
    private static final long SEED = 20261127;
    private static final int DRIVER_KILLS = 10;
    private static final int EXECUTOR_KILLS = 3;

    /** Of all trials together, at most so many between two kills; all of them together are about 200. */
    private static final int EPOCHS_A_KILL = 16;

    @TempDir
    private Path folder;

    private final Map<String, String> properties = new TreeMap<>();
    private DrilledRuns runs;

    @BeforeEach
    void write() throws IOException {
        runs = new DrilledRuns(folder, Files.writeString(folder.resolve("search.yaml"), SWEEP));
    }

    @AfterEach
    void forgetProperties() {
        properties.keySet().forEach(System::clearProperty);
    }

    @Test
    void comesToTheSameWhateverItRunsOnAndWhateverIsKilled() throws Exception {
        Map<String, String> alone = local("one", 1);
        assertThat(alone.get("search.jsonl").lines()).hasSize(PROPOSALS);
        assertThat(alone.get("search.jsonl")).contains("\"made\":\"model\"", "\"epoch\":1", "\"epoch\":3");
        assertThat(alone.get("rungs.jsonl"))
                .contains("\"rung\":1,\"epoch\":1", "\"rung\":2,\"epoch\":3", "\"control\"");
        assertThat(alone.get("finals.jsonl")).startsWith("{\"compared\":").contains("\"finalists\":3,\"repeats\":3");
        assertThat(alone).containsKeys("results.csv", "configurations.csv", "axis-rate.csv");

        assertThat(local("two", 2)).isEqualTo(alone);
        assertThat(local("seven", 7)).isEqualTo(alone);

        Random random = new Random(SEED);
        int kills = runs.kill(
                "killed",
                3,
                IntStream.rangeClosed(1, DRIVER_KILLS)
                        .map(kill -> (kill - 1) * EPOCHS_A_KILL + 1 + random.nextInt(EPOCHS_A_KILL))
                        .boxed()
                        .toList(),
                SEED,
                kill -> {});
        assertThat(kills).as(runs.said("killed")).isEqualTo(DRIVER_KILLS);
        assertThat(local("killed", 3)).isEqualTo(alone);
        assertThat(runs.said("killed")).doesNotContain("not follow from the outcomes");

        int executors = disturbed("cluster");
        assertThat(executors).isEqualTo(EXECUTOR_KILLS);
        assertThat(products("cluster")).isEqualTo(alone);
        System.out.printf(
                "search drill: %d files compared after 1, 2 and 7 slots, %d kills of the driver, and a cluster that lost"
                        + " %d executors%n",
                alone.size(), kills, executors);
    }

    private Map<String, String> local(String name, int slots) throws Exception {
        assertThat(runs.start(name, slots).waitFor()).as(runs.said(name)).isZero();
        return products(name);
    }

    /** All tables but that of times, and what was proposed and decided. */
    private Map<String, String> products(String name) throws IOException {
        Path run = folder.resolve(name);
        Map<String, String> products = new TreeMap<>(DrillSweep.tables(run));
        for (String file : new String[] {"search.jsonl", "rungs.jsonl", "finals.jsonl"}) {
            products.put(file, Files.readString(run.resolve(file)));
        }
        return products;
    }

    /** Runs it on a cluster; returns how many executors were killed meanwhile. */
    private int disturbed(String name) throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(folder.resolve("spark")), 2, 1)) {
            property("spark.jars", "");
            property("spark.executor.extraClassPath", StandaloneCluster.classFolders());
            property("spark.executor.memory", "768m");
            Future<Integer> killer = threads.submit(killer(cluster, name));
            StringWriter err = new StringWriter();
            String[] arguments = {
                "run",
                folder.resolve("search.yaml").toString(),
                "--out",
                folder.resolve(name).toString(),
                "--master",
                cluster.url(),
                "--max-attempts",
                Integer.toString(EXECUTOR_KILLS + 1)
            };
            int code = Nightsweep.execute(
                    arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true), SweepRuns::new);
            assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
            threads.shutdownNow();
            return killer.get(1, TimeUnit.MINUTES);
        }
    }

    /** Kills workers that have work, at moments spread over the search; gives how many when it is interrupted. */
    private Callable<Integer> killer(StandaloneCluster cluster, String name) {
        Random random = new Random(SEED);
        return () -> {
            int kills = 0;
            try {
                while (kills < EXECUTOR_KILLS) {
                    int victim = random.nextInt(2);
                    int due = (kills + 1) * PROPOSALS / (EXECUTOR_KILLS + 2);
                    while (DrillSweep.outcomes(folder.resolve(name)).size() < due || !cluster.busy(victim)) {
                        Thread.sleep(50);
                    }
                    Thread.sleep(random.nextInt(1_000));
                    cluster.kill(victim);
                    kills++;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return kills;
        };
    }

    private void property(String name, String value) {
        properties.put(name, value);
        System.setProperty(name, value);
    }
}
