package nightsweep.driver.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.worker.dataset.KnownExamples;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.evaluation.CsvText;
import nightsweep.worker.model.Examination;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.LabelledTable;
import nightsweep.worker.prediction.Labels;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Figures and answers for tables in parts, CSV and Parquet, held against what the plain commands say of the same rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpreadTablesIT {
    private static final int ROWS = 4_321;
    private static final int TRAIN = 150;
    private static final List<String> KINDS = List.of("ant", "bee", "cow");
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            "message rows { optional double b; required binary kind (STRING); required double a; required double c; }");
    private static final String SWEEP = """
            name: kinds
            dataset: {csv: {train: TRAIN.csv, label: kind}, validation: 0.2}
            network:
              - dense: {units: 7, activation: tanh}
              - output: {units: 3, loss: cross-entropy}
            training: {epochs: 2, batch-size: 10, optimizer: adam, learning-rate: 0.03}
            """;

    @TempDir
    private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Configuration hadoop = new Configuration();
    private final double[][] values = new double[ROWS][3];
    private String answers = "";
    private String figures = "";

    @BeforeAll
    void useTheModelInOneGo() throws IOException {
        Random random = new Random(5);
        for (double[] row : values) {
            for (int column = 0; column < 3; column++) {
                row[column] = random.nextGaussian();
            }
        }
        Files.writeString(folder.resolve("train.csv"), csv(0, TRAIN));
        Files.writeString(folder.resolve("rows.csv"), csv(0, ROWS));
        Files.writeString(folder.resolve("kinds.yaml"), SWEEP.replace("TRAIN.csv", at("train.csv")));
        parquet("rows.parquet", 0, ROWS);
        Files.createDirectories(folder.resolve("folder"));
        parquet("folder/part-0.parquet", 0, 1_700);
        parquet("folder/part-1.parquet", 1_700, 1_701);
        parquet("folder/part-2.parquet", 1_701, ROWS);
        Files.writeString(folder.resolve("folder/_SUCCESS"), "");
        succeeds("run", at("kinds.yaml"), "--out", at("run"), "--master", "local[2]");
        succeeds("refit", at("run"), "--out", at("model.zip"));
        answers = succeeds("predict", at("model.zip"), at("rows.csv"));
        figures = succeeds("evaluate", at("model.zip"), at("rows.csv"));
    }

    private static String kind(double[] row) {
        return KINDS.get(row[0] > 0.4 ? 0 : row[1] > row[2] ? 1 : 2);
    }

    private String csv(int from, int to) {
        StringBuilder text = new StringBuilder("b,kind,a,c\n");
        for (double[] row : List.of(values).subList(from, to)) {
            text.append(row[1] + "," + kind(row) + "," + row[0] + "," + row[2] + "\n");
        }
        return text.toString();
    }

    private void parquet(String name, int from, int to) throws IOException {
        List<Group> rows = new ArrayList<>();
        for (double[] row : List.of(values).subList(from, to)) {
            Group group = new SimpleGroup(SCHEMA);
            group.add("b", row[1]);
            group.add("kind", kind(row));
            group.add("a", row[0]);
            group.add("c", row[2]);
            rows.add(group);
        }
        write(name, SCHEMA, rows);
    }

    /** In groups of some hundred rows. */
    private static void write(String name, MessageType schema, List<Group> rows) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new org.apache.hadoop.fs.Path("file://" + at(name)))
                .withType(schema)
                .withRowGroupSize(10_000L)
                .withPageSize(2_000)
                .withDictionaryEncoding(false)
                .build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
    }

    @Test
    void measuresInPartsAsInOneGo() throws Exception {
        SavedModel model = ModelFile.read(Files.readAllBytes(folder.resolve("model.zip")), "model.zip");
        LabelledTable table = LabelledTable.read(hadoop, "file://" + at("rows.csv"), model, Optional.empty());
        Evaluation plain = new Examination(model, Engines.standard())
                .test("rows", table.examples())
                .evaluation();

        for (String file : List.of("rows.csv", "rows.parquet", "folder")) {
            SpreadEvaluation.Measured measured = measure(file);

            assertThat(measured.parts()).as(file).isBetween(3, 20);
            assertThat(measured.evaluation()).as(file).isEqualTo(plain);
            assertThat(measured.recognized()).as(file).containsExactly((long) ROWS);
        }
    }

    private SpreadEvaluation.Measured measure(String file) throws Exception {
        SavedModel model = ModelFile.read(Files.readAllBytes(folder.resolve("model.zip")), "model.zip");
        LabelledTable all = LabelledTable.read(hadoop, "file://" + at("rows.csv"), model, Optional.empty());
        return new SpreadEvaluation(hadoop, 20_000)
                .measure(
                        Files.readAllBytes(folder.resolve("model.zip")),
                        "file://" + at(file),
                        Labels.compared(Optional.empty()),
                        List.of(KnownExamples.of(List.of(all.examples()))),
                        "local[2]");
    }

    @Test
    void saysTheSameByCommand() {
        assertThat(figures).contains("on " + ROWS + " test examples of rows.csv", "It was trained on ");
        assertThat(spreadEvaluate("rows.csv")).isEqualTo(figures);
        assertThat(spreadEvaluate("folder")).isEqualTo(figures.replace("rows.csv", "folder"));
        assertThat(succeeds("evaluate", at("model.zip"), at("rows.parquet")))
                .isEqualTo(figures.replace("rows.csv", "rows.parquet"));
        assertThat(succeeds("predict", at("model.zip"), at("rows.parquet"))).isEqualTo(answers);
    }

    private String spreadEvaluate(String file) {
        return succeeds("evaluate", at("model.zip"), at(file), "--spread", "--master", "local[2]");
    }

    @Test
    void answersParquetInPartsOfParquet() throws Exception {
        for (String file : List.of("rows.csv", "rows.parquet", "folder")) {
            String to = file + "-answers.parquet";

            SpreadPredictions.Done done = answer(file, to);

            assertThat(done.examples()).as(file).isEqualTo(ROWS);
            assertThat(done.parts()).as(file).isBetween(3, 20);
            assertThat(answersOf(to)).as(file).isEqualTo(plainAnswers());
        }
    }

    private SpreadPredictions.Done answer(String file, String to) throws Exception {
        return new SpreadPredictions(hadoop, 20_000)
                .answer(
                        Files.readAllBytes(folder.resolve("model.zip")),
                        List.of("file://" + at(file)),
                        "file://" + at(to),
                        "local[2]");
    }

    /** Example, class and first probability, in all parts in the order of their names. */
    private static List<String> answersOf(String to) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder.resolve(to))) {
            parts = files.filter(path -> path.getFileName().toString().matches("part-[0-9]{5}\\.parquet"))
                    .sorted()
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path part : parts) {
            try (ParquetReader<Group> reader = ParquetReader.builder(
                            new GroupReadSupport(), new org.apache.hadoop.fs.Path("file://" + part))
                    .build()) {
                for (Group row = reader.read(); row != null; row = reader.read()) {
                    lines.add(row.getLong("example", 0) + "," + row.getString("predicted", 0) + ","
                            + CsvText.digits(row.getFloat("probability of " + KINDS.get(0), 0)));
                }
            }
        }
        return lines;
    }

    private List<String> plainAnswers() {
        assertThat(answers).startsWith("example,predicted,probability,probability of ant,");
        return answers.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[0] + "," + cells[1] + "," + cells[3])
                .toList();
    }

    @Test
    void answersParquetAsCsv() throws Exception {
        answer("folder", "answers");

        assertThat(joined("answers")).isEqualTo(answers);
    }

    /** All parts in the order of their names, under one heading. */
    private static String joined(String to) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve(to))) {
            for (Path part : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                String lines = Files.readString(part);
                text.append(text.isEmpty() ? lines : lines.substring(lines.indexOf('\n') + 1));
            }
        }
        return text.toString();
    }

    @Test
    void saysWhichRowHasNoClass() throws IOException {
        Files.writeString(folder.resolve("fox.csv"), csv(0, 2_000) + "1,fox,2,3\n");
        Files.writeString(folder.resolve("none.csv"), csv(0, 10) + "1,,2,3\n");
        Files.writeString(folder.resolve("bare.csv"), "a,b,c\n1,2,3\n");
        Files.writeString(folder.resolve("less.csv"), "a,b,kind\n1,2,ant\n");

        refuses("fox.csv", "its label \"fox\" is none of the model's classes, ant, bee, cow (example 2000, from 0).");
        refuses("none.csv", "its label \"\" is none of the model's classes, ant, bee, cow (example 10, from 0).");
        refuses("bare.csv", "it has no column of labels, \"kind\"");
        refuses("less.csv", "\"c\" is missing");
    }

    private void refuses(String file, String message) {
        assertThatThrownBy(() -> measure(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(message);
    }

    @Test
    void saysWhichRowOfWhichParquetFileIsNoExample() throws Exception {
        Files.createDirectories(folder.resolve("nulls"));
        parquet("nulls/part-0.parquet", 0, 1_200);
        Group row = new SimpleGroup(SCHEMA);
        row.add("kind", "ant");
        row.add("a", 1.0);
        row.add("c", 1.0);
        write("nulls/part-1.parquet", SCHEMA, List.of(row));
        Group fox = new SimpleGroup(SCHEMA);
        fox.add("b", 1.0);
        fox.add("kind", "fox");
        fox.add("a", 1.0);
        fox.add("c", Double.NaN);
        write("nan.parquet", SCHEMA, List.of(fox));

        refuses(
                "nulls",
                "nulls/part-1.parquet: its column \"b\" is null: fill it in, or leave the row out (row 0, from 0)");
        refuses("nan.parquet", "its column \"c\": \"NaN\" is not a finite number");
    }

    @Test
    void readsNumbersOfEveryKind() throws Exception {
        MessageType schema = MessageTypeParser.parseMessageType("message rows { required int32 a (DECIMAL(5,2));"
                + " required boolean b; required int64 c; required binary kind (STRING); }");
        Group row = new SimpleGroup(schema);
        row.add("a", 125);
        row.add("b", true);
        row.add("c", -3L);
        row.add("kind", "bee");
        write("kinds.parquet", schema, List.of(row));
        MessageType other = MessageTypeParser.parseMessageType("message rows { required float a; required int32 b;"
                + " required fixed_len_byte_array(2) c (DECIMAL(3,1)); required binary kind; }");
        Group same = new SimpleGroup(other);
        same.add("a", 1.25f);
        same.add("b", 1);
        same.add("c", Binary.fromConstantByteArray(new byte[] {(byte) 0xff, (byte) 0xe2}));
        same.add("kind", "bee");
        write("others.parquet", other, List.of(same));
        Files.writeString(folder.resolve("kinds.csv"), "a,b,c,kind\n1.25,1,-3,bee\n");

        String plain = succeeds("predict", at("model.zip"), at("kinds.csv"));

        assertThat(succeeds("predict", at("model.zip"), at("kinds.parquet"))).isEqualTo(plain);
        assertThat(succeeds("predict", at("model.zip"), at("others.parquet"))).isEqualTo(plain);
    }

    @Test
    void refusesWhatAreNoRows() throws IOException {
        MessageType nested = MessageTypeParser.parseMessageType(
                "message rows { required double a; required group b { required double x; } required double c; }");
        write("nested.parquet", nested, List.of());
        MessageType time = MessageTypeParser.parseMessageType(
                "message rows { required double a; required int64 b (TIMESTAMP(MILLIS,true)); required double c; }");
        write("time.parquet", time, List.of());
        Files.writeString(folder.resolve("broken.parquet"), "PAR1 and no more");
        Files.write(folder.resolve("x-idx3-ubyte"), new byte[] {0, 0, 8, 3, 0, 0, 0, 0});

        refuses("nested.parquet", "its column \"b\" is nested");
        refuses("time.parquet", "its column \"b\" is of type TIMESTAMP(MILLIS,true)");
        refuses("broken.parquet", "it is no whole Parquet file");
        refuses("x-idx3-ubyte", "it is an IDX file, but rows are read of CSV and Parquet");
        refuses("run", "is a folder, but only a folder of CSV or of Parquet files is a table");
    }

    @Test
    void readsCsvFilesOfAFolderInTheOrderOfTheirNames() throws Exception {
        Files.createDirectories(folder.resolve("headed"));
        Files.writeString(folder.resolve("headed/part-00004.csv"), csv(1_701, ROWS));
        try (OutputStream gzip =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("headed/part-00003.csv.gz")))) {
            gzip.write(csv(1_700, 1_701).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("headed/part-00002.csv"), "");
        Files.writeString(folder.resolve("headed/part-00001.csv"), csv(0, 0));
        Files.writeString(folder.resolve("headed/part-00000.csv"), csv(0, 1_700));
        Files.writeString(folder.resolve("headed/_SUCCESS"), "");
        Files.writeString(folder.resolve("headed/.part-00000.csv.crc"), "crc");
        Files.createDirectories(folder.resolve("cut"));
        for (int from = 0; from < ROWS; from += 600) {
            String rows = csv(from, Math.min(ROWS, from + 600));
            Files.writeString(
                    folder.resolve("cut/" + (char) ('a' + from / 600)),
                    from == 0 ? rows : rows.substring(rows.indexOf('\n') + 1));
        }

        for (String table : List.of("headed", "cut")) {
            SpreadEvaluation.Measured measured = measure(table);
            SpreadPredictions.Done done = answer(table, table + "-answers");

            assertThat(measured.evaluation())
                    .as(table)
                    .isEqualTo(measure("rows.csv").evaluation());
            assertThat(measured.recognized()).as(table).containsExactly((long) ROWS);
            assertThat(done.examples()).as(table).isEqualTo(ROWS);
            assertThat(done.parts()).as(table).isBetween(3, 20);
            assertThat(joined(table + "-answers")).as(table).isEqualTo(answers);
            assertThat(succeeds("predict", at("model.zip"), at(table)))
                    .as(table)
                    .isEqualTo(answers);
            assertThat(succeeds("evaluate", at("model.zip"), at(table)))
                    .as(table)
                    .isEqualTo(figures.replace("rows.csv", table));
        }
        assertThat(succeeds("predict", at("model.zip"), at("folder"))).isEqualTo(answers);
        assertThat(succeeds("evaluate", at("model.zip"), at("folder")))
                .isEqualTo(figures.replace("rows.csv", "folder"));
    }

    @Test
    void refusesFoldersThatAreNoTable() throws Exception {
        Files.createDirectories(folder.resolve("order"));
        Files.writeString(folder.resolve("order/0.csv"), csv(0, 10));
        Files.writeString(folder.resolve("order/1.csv"), "a,b,c,kind\n1,2,3,ant\n");
        Files.createDirectories(folder.resolve("both"));
        Files.writeString(folder.resolve("both/0.csv"), csv(0, 10));
        parquet("both/1.parquet", 0, 10);
        Files.createDirectories(folder.resolve("pictures"));
        Files.write(folder.resolve("pictures/0.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        Files.createDirectories(folder.resolve("late"));
        Files.writeString(folder.resolve("late/0.csv"), csv(0, 10));
        Files.writeString(folder.resolve("late/1.csv"), csv(0, 5) + "1,fox,2,3\n");

        refuses(
                "order",
                "1.csv: its first line is a, b, c, kind, but that of the first file in the folder is b,kind,a,c");
        refuses("both", "\"1.parquet\" is a Parquet file, but the first is a CSV file");
        refuses("pictures", "\"0.png\" is a picture, but only a folder of CSV or of Parquet files is a table");
        refuses(
                "late",
                "1.csv: its label \"fox\" is none of the model's classes, ant, bee, cow (example 15 of the folder,");
        assertThat(command("predict", at("model.zip"), at("pictures"))).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(err.toString()).contains("IDX files go without --spread");
        assertThat(command("evaluate", at("model.zip"), at("pictures"))).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(err.toString()).contains("it takes no pictures");
    }

    @Test
    void needsSpreadForWhatGoesWithIt() {
        assertThat(command("evaluate", at("model.zip"), at("rows.csv"), "--master", "local[1]"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--master goes with --spread.");
        assertThat(command("evaluate", at("model.zip"), "--spread")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString()).contains("--spread needs DATA");
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private String succeeds(String... arguments) {
        assertThat(command(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private int command(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(arguments, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }
}
