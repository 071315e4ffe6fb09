package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run directory on HDFS, of which a datanode and then the namenode are restarted while the run lasts. */
@Tag("drill")
class HdfsDrillIT {
    private static final int REPEATS = 8;
    private static final long PATIENCE_MINUTES = 10;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void outlivesRestartsOfItsFileSystem() throws Exception {
        Path sweep = Files.writeString(folder.resolve("drill.yaml"), DrillSweep.text(REPEATS, 8, 8_000));
        assertThat(command("run", sweep.toString(), "--out", local("whole"), "--master", "local[2]"))
                .as(err.toString())
                .isZero();
        MiniDFSCluster cluster = LoopbackHdfs.start(folder.resolve("hdfs"), 2);
        try {
            // One of its own: the driver must not find a client that was made with other settings.
            FileSystem hdfs = cluster.getNewFileSystemInstance(0);
            String run = hdfs.getUri() + "/runs/drill";
            CompletableFuture<Integer> driver = CompletableFuture.supplyAsync(
                    () -> command("run", sweep.toString(), "--out", run, "--master", "local[2]"));

            awaitOutcomes(hdfs, run, 4, driver);
            assertThat(cluster.restartDataNode(0)).isTrue();
            int afterDatanode = awaitOutcomes(hdfs, run, 12, driver);
            cluster.restartNameNode(true);
            int afterNamenode = outcomes(cluster.getNewFileSystemInstance(0), run);
            int code = driver.get(PATIENCE_MINUTES, TimeUnit.MINUTES);

            System.out.printf(
                    "hdfs drill: datanode restarted after 4 outcomes, namenode after %d (%d when it was back), of %d%n",
                    afterDatanode, afterNamenode, 6 * REPEATS);
            assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
            assertThat(afterNamenode).as("outcomes when the namenode was back").isLessThan(6 * REPEATS);
            cluster.getNewFileSystemInstance(0)
                    .copyToLocalFile(
                            new org.apache.hadoop.fs.Path(run), new org.apache.hadoop.fs.Path(local("fetched")));
            assertThat(DrillSweep.tables(folder.resolve("fetched")))
                    .isEqualTo(DrillSweep.tables(folder.resolve("whole")));
            assertThat(command("status", run)).as(err.toString()).isZero();
        } finally {
            cluster.shutdown();
        }
    }

    private static int awaitOutcomes(FileSystem hdfs, String run, int wanted, CompletableFuture<Integer> driver)
            throws IOException, InterruptedException {
        int seen = outcomes(hdfs, run);
        while (seen < wanted && !driver.isDone()) {
            Thread.sleep(200);
            seen = outcomes(hdfs, run);
        }
        return seen;
    }

    private static int outcomes(FileSystem hdfs, String run) throws IOException {
        FileStatus[] found = hdfs.globStatus(new org.apache.hadoop.fs.Path(run + "/journal/*/t-*.json"));
        return found == null ? 0 : found.length;
    }

    private int command(String... arguments) {
        return Nightsweep.execute(
                arguments, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), SweepRuns::new);
    }

    private String local(String name) {
        return folder.resolve(name).toString();
    }
}
