package nightsweep.driver.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a model says of files, by several slots in parts, held against what it says in one go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpreadPredictionsIT {
    private static final int ROWS = 4_321;
    private static final String HEADING = "example,predicted,probability,probability of -1,probability of 1";
    private static final String SWEEP = """
            name: points
            dataset: {name: circle, train: 200, test: 100}
            network:
              - dense: {units: 7, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: adam, learning-rate: 0.03}
            """;

    @TempDir
    private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Configuration hadoop = new Configuration();
    private String plain = "";

    @BeforeAll
    void predictInOneGo() throws IOException {
        Files.writeString(folder.resolve("points.yaml"), SWEEP);
        Files.writeString(folder.resolve("points.csv"), points());
        assertThat(command("run", at("points.yaml"), "--out", at("run"), "--master", "local[2]"))
                .as(err.toString())
                .isZero();
        assertThat(command("refit", at("run"), "--out", at("model.zip")))
                .as(err.toString())
                .isZero();
        assertThat(command("predict", at("model.zip"), at("points.csv")))
                .as(err.toString())
                .isZero();
        plain = out.toString();
    }

    @Test
    void answersEveryExampleOnceAndInOrder() {
        List<String> lines = plain.lines().toList();

        assertThat(lines)
                .hasSize(1 + ROWS)
                .first()
                .isEqualTo(HEADING.replace("-1", lines.get(0).contains("'") ? "'-1" : "-1"));
        assertThat(lines.get(ROWS)).startsWith((ROWS - 1) + ",");
    }

    @Test
    void answersInPartsAsInOneGo() throws Exception {
        SpreadPredictions.Done done = spread("points.csv", "parts", "local[2]");

        assertThat(done.examples()).isEqualTo(ROWS);
        assertThat(done.parts()).isBetween(3, 5);
        assertThat(joined("parts")).isEqualTo(plain);
        assertThat(folder.resolve("parts/_SUCCESS")).isEmptyFile();
    }

    @Test
    void readsCompressedFilesInOnePart() throws Exception {
        try (Writer gzip = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("compressed"))), StandardCharsets.UTF_8)) {
            gzip.write(points());
        }

        SpreadPredictions.Done done = spread("compressed", "whole", "local[2]");

        assertThat(done.parts()).isEqualTo(1);
        assertThat(joined("whole")).isEqualTo(plain);
    }

    @Test
    void makesLostPartsAgain() throws Exception {
        hadoop.set("fs.stumbling.impl", StumblingFileSystem.class.getName());

        new SpreadPredictions(hadoop, 20_000)
                .answer(
                        Files.readAllBytes(folder.resolve("model.zip")),
                        List.of("file://" + at("points.csv")),
                        "stumbling://" + at("again"),
                        "local[2,4]");

        assertThat(StumblingFileSystem.STUMBLED).isNotEmpty();
        assertThat(joined("again")).isEqualTo(plain);
    }

    @Test
    void saysWhichExampleIsNone() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "x,y\n" + "0.5,1\n".repeat(1_234) + "0.5\n");

        assertThatThrownBy(() -> spread("bad.csv", "bad", "local[2]"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("bad.csv: it has 1 values, but the model takes 2 (example 1234, from 0).");
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/x"), "x");

        int code = command(
                "predict", at("model.zip"), at("points.csv"), "--spread", "--to", at("full"), "--master", "local[1]");

        assertThat(code).isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(err.toString()).contains("full is not empty");
    }

    private SpreadPredictions.Done spread(String file, String to, String master) throws Exception {
        return new SpreadPredictions(hadoop, 20_000)
                .answer(
                        Files.readAllBytes(folder.resolve("model.zip")),
                        List.of("file://" + at(file)),
                        "file://" + at(to),
                        master);
    }

    /** Of all parts in the order of their names, under one heading. */
    private static String joined(String to) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(to))) {
            List<Path> parts = files.filter(
                            path -> path.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path part : parts) {
                List<String> lines = Files.readAllLines(part);
                text.append(lines.subList(text.isEmpty() ? 0 : 1, lines.size()).stream()
                        .collect(Collectors.joining("\n", "", "\n")));
            }
            return text.toString();
        }
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private int command(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(arguments, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }

    private static String points() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("x,y\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(random.nextGaussian())
                    .append(',')
                    .append(random.nextFloat())
                    .append('\n');
        }
        return text.toString();
    }
}
