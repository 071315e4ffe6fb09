package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run directory on a disk that the executors do not share with the driver. */
class UnsharedRunDirectoryIT {
    @TempDir
    private Path folder;

    @Test
    void isRefusedBeforeAnythingIsTrained() throws Exception {
        assumeThat(Machine.canMount())
                .as("mounts of its own, for which one must be root")
                .isTrue();
        SparkHome home = SparkHome.at(Files.createDirectory(folder.resolve("conf")), Map.of());
        Path sweep = TinySweep.write(folder, 2, 3);
        Path own = Files.createDirectory(folder.resolve("own-disk"));
        Path shared = folder.resolve("shared/run");
        try (StandaloneCluster cluster =
                StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")))) {
            cluster.addWorkerWithout(own, 2);

            try (LeashedProcess refused = run(home, "refused", cluster, sweep, own.resolve("run"))) {
                assertThat(refused.await()).as(refused::said).isEqualTo(7);
                assertThat(refused.err())
                        .contains(own.resolve("run").toString())
                        .doesNotContain("\tat ")
                        .doesNotContain("defect");
                assertThat(RunFiles.of(own.resolve("run")).ended()).isZero();
            }
            try (LeashedProcess accepted = run(home, "accepted", cluster, sweep, shared)) {
                assertThat(accepted.await()).as(accepted::said).isZero();
                assertThat(accepted.out()).contains("tiny: 8 planned = 8 completed");
            }
        }
    }

    private LeashedProcess run(SparkHome home, String name, StandaloneCluster cluster, Path sweep, Path run)
            throws Exception {
        return home.submit(
                name, folder, List.of("--master", cluster.url()), "run", sweep.toString(), "--out", run.toString());
    }
}
