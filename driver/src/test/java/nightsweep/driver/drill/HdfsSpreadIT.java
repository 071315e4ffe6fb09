package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.run.SweepRuns;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows, model and answers on HDFS: what parts say, held against what the plain commands say of the same files. */
class HdfsSpreadIT {
    private static final int TRAIN = 150;

    private static final int ROWS = 4_000;

    private static final String SWEEP = """
            name: kinds
            dataset: {csv: {train: HDFS/train.csv, label: kind}, validation: 0.2}
            network:
              - dense: {units: 7, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, optimizer: adam, learning-rate: 0.03}
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void saysOfRowsOnHdfsWhatThePlainCommandsSay() throws Exception {
        MiniDFSCluster cluster = LoopbackHdfs.start(folder.resolve("hdfs"), 1);
        try {
            FileSystem hdfs = cluster.getNewFileSystemInstance(0);
            String home = hdfs.getUri().toString();
            write(hdfs, "/train.csv", rows(0, TRAIN));
            write(hdfs, "/rows.csv", rows(0, ROWS));
            write(hdfs, "/folder/part-0.csv", rows(0, ROWS / 4));
            write(hdfs, "/folder/part-1.csv", rows(ROWS / 4, ROWS));
            write(hdfs, "/kinds.yaml", SWEEP.replace("HDFS", home));
            succeeds("run", home + "/kinds.yaml", "--out", home + "/run", "--master", "local[2]");
            succeeds("refit", home + "/run", "--out", home + "/model.zip");
            String model = home + "/model.zip";

            succeeds("predict", model, home + "/folder", "--spread", "--to", home + "/answers", "--master", "local[2]");
            String figures = succeeds("evaluate", model, home + "/folder", "--spread", "--master", "local[2]");

            FileStatus[] parts = hdfs.globStatus(new org.apache.hadoop.fs.Path("/answers/part-*.csv"));
            assertThat(parts).hasSize(2);
            assertThat(joined(hdfs, parts)).isEqualTo(succeeds("predict", model, home + "/rows.csv"));
            assertThat(figures)
                    .contains("on " + ROWS + " test examples of folder")
                    .isEqualTo(succeeds("evaluate", model, home + "/rows.csv").replace("rows.csv", "folder"));
        } finally {
            cluster.shutdown();
        }
    }

    private String succeeds(String... arguments) {
        StringWriter out = new StringWriter();
        int code =
                Nightsweep.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), SweepRuns::new);
        assertThat(code).as("%s: %s", String.join(" ", arguments), err).isEqualTo(ExitCode.DONE.number());
        return out.toString();
    }

    private static String rows(int from, int to) {
        StringBuilder text = new StringBuilder("a,b,kind\n");
        for (int row = from; row < to; row++) {
            Random random = new Random(row);
            double a = random.nextGaussian();
            text.append(a + "," + random.nextGaussian() + "," + (a > 0.2 ? "ant" : "bee") + "\n");
        }
        return text.toString();
    }

    private static void write(FileSystem hdfs, String file, String text) throws IOException {
        try (FSDataOutputStream out = hdfs.create(new org.apache.hadoop.fs.Path(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All parts in the order of their names, under one heading. */
    private static String joined(FileSystem hdfs, FileStatus[] parts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (FileStatus part : Stream.of(parts).sorted().toList()) {
            try (FSDataInputStream in = hdfs.open(part.getPath())) {
                String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                text.append(text.isEmpty() ? lines : lines.substring(lines.indexOf('\n') + 1));
            }
        }
        return text.toString();
    }
}
