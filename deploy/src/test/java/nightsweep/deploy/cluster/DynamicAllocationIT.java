package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that begins without executors, is given them as it has trials, and gives back those that it does not use. */
@Tag("drill")
class DynamicAllocationIT {
    /** One trial that lasts much longer than all others together. */
    private static final String SWEEP = """
            name: uneven
            dataset: {name: digits, train: 2000, test: 200, validation: 0.1}
            network:
              - dense: {units: 128, activation: relu}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: $epochs, batch-size: 16, optimizer: sgd, learning-rate: 0.003}
            grid: {epochs: [600, 2, 3, 4]}
            seed: 5
            """;

    @TempDir
    private Path folder;

    @Test
    void takesExecutorsAndGivesThemBack() throws Exception {
        SparkHome home = SparkHome.at(
                Files.createDirectory(folder.resolve("conf")),
                Map.of(
                        "spark.dynamicAllocation.enabled", "true",
                        "spark.dynamicAllocation.shuffleTracking.enabled", "true",
                        "spark.dynamicAllocation.maxExecutors", "2",
                        "spark.dynamicAllocation.executorIdleTimeout", "1s",
                        "spark.executor.cores", "1"));
        Path sweep = Files.writeString(folder.resolve("uneven.yaml"), SWEEP);
        Path run = folder.resolve("runs/uneven");
        try (StandaloneCluster cluster =
                StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")))) {
            cluster.addWorker(2);
            try (LeashedProcess driver = home.submit(
                    "driver",
                    folder,
                    List.of("--master", cluster.url()),
                    "run",
                    sweep.toString(),
                    "--out",
                    run.toString())) {
                cluster.awaitExecutors(2);
                Patience.until(
                        "an executor given back",
                        driver::said,
                        () -> cluster.executors().size() == 1 || !driver.alive());

                assertThat(driver.alive()).as(driver::said).isTrue();
                assertThat(RunFiles.of(run).ended()).isEqualTo(3);
                assertThat(driver.await()).as(driver::said).isZero();
                assertThat(driver.out()).contains("uneven: 4 planned = 4 completed");
            }
        }
    }
}
