package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobalStorageStatistics;
import org.apache.hadoop.fs.StorageStatistics.LongStatistic;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many files a trial leaves on HDFS, and how many calls it costs, those of the driver's tables and page among them. */
@Tag("drill")
class HdfsCostIT {
    /** So many that trials are no longer shown in files of their own: what each costs is what any of thousands does. */
    private static final int FEW = 60;

    private static final int MORE = 40;
    private static final int FILES = 2;
    private static final int CALLS = 16;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void isTwoFilesAndAFewCallsATrial() throws Exception {
        MiniDFSCluster cluster = LoopbackHdfs.start(folder.resolve("hdfs"), 1);
        try {
            FileSystem hdfs = cluster.getNewFileSystemInstance(0);
            Map<String, Long> few = calls(hdfs, "few", FEW);
            Map<String, Long> many = calls(hdfs, "many", FEW + MORE);

            Map<String, Double> each = new TreeMap<>();
            many.forEach((name, count) -> {
                double difference = (double) (count - few.getOrDefault(name, 0L)) / MORE;
                if (difference != 0) {
                    each.put(name, difference);
                }
            });
            System.out.println("calls to HDFS for each trial more: " + each);
            assertThat(files(hdfs, "many", "journal/*/*")).isEqualTo(FILES * (FEW + MORE));
            assertThat(files(hdfs, "many", "running/*")).isZero();
            assertThat(files(hdfs, "many", "networks/*")).isZero();
            assertThat(files(hdfs, "many", "trials/*")).isEqualTo(24);
            assertThat(each.values().stream().mapToDouble(Double::doubleValue).sum())
                    .as("%s", each)
                    .isLessThanOrEqualTo(CALLS);
        } finally {
            cluster.shutdown();
        }
    }

    private Map<String, Long> calls(FileSystem hdfs, String name, int trials) throws IOException {
        Path sweep = Files.writeString(folder.resolve(name + ".yaml"), """
                name: cost
                dataset: {name: xor, train: 60, test: 20}
                network:
                  - output: {units: 1, loss: binary-cross-entropy}
                training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1}
                repeats: %d
                seed: 3
                """.formatted(trials));
        Map<String, Long> before = counted();
        int code = Nightsweep.execute(
                new String[] {"run", sweep.toString(), "--out", hdfs.getUri() + "/runs/" + name, "--master", "local[2]"
                },
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                SweepRuns::new);
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        Map<String, Long> calls = counted();
        calls.replaceAll((call, count) -> count - before.getOrDefault(call, 0L));
        return calls;
    }

    private static Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        Iterator<LongStatistic> all =
                GlobalStorageStatistics.INSTANCE.get("DFSOpsCountStatistics").getLongStatistics();
        all.forEachRemaining(one -> counted.put(one.getName(), one.getValue()));
        return counted;
    }

    private static long files(FileSystem hdfs, String run, String pattern) throws IOException {
        FileStatus[] found = hdfs.globStatus(new org.apache.hadoop.fs.Path("/runs/" + run + "/" + pattern));
        return found == null ? 0 : Stream.of(found).count();
    }
}
