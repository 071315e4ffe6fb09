package nightsweep.driver.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Rows, model and answers on a file system: what parts say, held against what the plain commands say of the same files.
 *
 * @param home a folder of it, a URI
 */
record SpreadRows(FileSystem files, String home) {
    private static final int TRAIN = 150;

    private static final int ROWS = 4_000;

    private static final String SWEEP = """
            name: kinds
            dataset: {csv: {train: HOME/train.csv, label: kind}, validation: 0.2}
            network:
              - dense: {units: 7, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, optimizer: adam, learning-rate: 0.03}
            """;

    /** Trains, keeps a model, and asks it in parts and at once. */
    void sayWhatThePlainCommandsSay() throws IOException {
        write("/train.csv", rows(0, TRAIN));
        write("/rows.csv", rows(0, ROWS));
        write("/folder/part-0.csv", rows(0, ROWS / 4));
        write("/folder/part-1.csv", rows(ROWS / 4, ROWS));
        write("/kinds.yaml", SWEEP.replace("HOME", home));
        succeeds("run", home + "/kinds.yaml", "--out", home + "/run", "--master", "local[2]");
        succeeds("refit", home + "/run", "--out", home + "/model.zip");
        String model = home + "/model.zip";

        succeeds("predict", model, home + "/folder", "--spread", "--to", home + "/answers", "--master", "local[2]");
        String figures = succeeds("evaluate", model, home + "/folder", "--spread", "--master", "local[2]");

        FileStatus[] parts = files.globStatus(new Path(home + "/answers/part-*.csv"));
        assertThat(parts).hasSize(2);
        assertThat(joined(parts)).isEqualTo(succeeds("predict", model, home + "/rows.csv"));
        assertThat(figures)
                .contains("on " + ROWS + " test examples of folder")
                .isEqualTo(succeeds("evaluate", model, home + "/rows.csv").replace("rows.csv", "folder"));
    }

    private String succeeds(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
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

    private void write(String file, String text) throws IOException {
        try (FSDataOutputStream out = files.create(new Path(home + file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All parts in the order of their names, under one heading. */
    private String joined(FileStatus[] parts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (FileStatus part : Stream.of(parts).sorted().toList()) {
            try (FSDataInputStream in = files.open(part.getPath())) {
                String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                text.append(text.isEmpty() ? lines : lines.substring(lines.indexOf('\n') + 1));
            }
        }
        return text.toString();
    }
}
