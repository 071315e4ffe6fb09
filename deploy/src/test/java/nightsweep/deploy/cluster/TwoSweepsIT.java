package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sweeps at once on a cluster that they share as the documentation says. */
@Tag("drill")
class TwoSweepsIT {
    @TempDir
    private Path folder;

    @Test
    void runBesideEachOtherWithAShareOfTheCoresEach() throws Exception {
        SparkHome home = SparkHome.at(Files.createDirectory(folder.resolve("conf")), Map.of());
        Path sweep = TinySweep.writeSlow(folder, 1);
        Path first = folder.resolve("runs/first");
        Path second = folder.resolve("runs/second");
        try (StandaloneCluster cluster =
                StandaloneCluster.start(home, Files.createDirectory(folder.resolve("cluster")))) {
            cluster.addWorker(2);
            try (LeashedProcess one = run(home, "first", cluster, sweep, first);
                    LeashedProcess other = run(home, "second", cluster, sweep, second)) {
                Patience.until(
                        "a trial of each",
                        () -> one.said() + other.said(),
                        () -> RunFiles.of(first).ended() > 0
                                && RunFiles.of(second).ended() > 0);

                assertThat(List.of(
                                RunFiles.of(first).ended(), RunFiles.of(second).ended()))
                        .as("trials that had ended when both had begun")
                        .allMatch(ended -> ended < 6);
                assertThat(one.await()).as(one::said).isZero();
                assertThat(other.await()).as(other::said).isZero();
                assertThat(TinySweep.tables(first)).isEqualTo(TinySweep.tables(second));
            }
        }
    }

    private LeashedProcess run(SparkHome home, String name, StandaloneCluster cluster, Path sweep, Path run)
            throws Exception {
        return home.submit(
                name,
                folder,
                List.of(
                        "--master",
                        cluster.url(),
                        "--conf",
                        "spark.cores.max=1",
                        "--executor-cores",
                        "1",
                        "--executor-memory",
                        "1g"),
                "run",
                sweep.toString(),
                "--out",
                run.toString());
    }
}
