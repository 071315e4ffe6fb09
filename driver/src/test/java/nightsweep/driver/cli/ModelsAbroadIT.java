package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.run.SweepRuns;
import nightsweep.driver.table.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Models of every kind of data, network and engine, used from another folder than they were trained in, on what fits them
 * in another form and on what does not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsAbroadIT {
    private static final String DENSE = """
                small: [{dense: {units: 6, activation: tanh}}]
                large: [{dense: {units: 12, activation: relu}}, {dense: {units: 5, activation: sigmoid}}]
            """;
    private static final String CONVOLUTION = """
                small: [{dense: {units: 6, activation: tanh}}]
                planes: [{convolution: {filters: 3, size: 3}}, {max-pooling: {size: 2}}]
            """;

    @TempDir
    private static Path home;

    @TempDir
    private static Path elsewhere;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A kind of data, and how a sweep names it by a relative path. */
    enum Kind {
        TABLE("csv: {train: train.csv, label: kind}", DENSE, 3),
        TIMES("csv: {train: times.csv, header: absent, label: 1}", DENSE, 4),
        PHOTOS("images: {train: photos/train, test: photos/test, size: 8, colours: grey}", CONVOLUTION, 3),
        IDX("name: digits-of-mine", CONVOLUTION, 5),
        MATLAB("matlab: {file: pictures.mat, size: 8, train: 60, test: 30}", CONVOLUTION, 3);

        private final String dataset;
        private final String layers;
        private final int units;

        /** @param units of the output layer, for three classes */
        Kind(String dataset, String layers, int units) {
            this.dataset = dataset;
            this.layers = layers;
            this.units = units;
        }

        private String sweep() {
            return "name: abroad\ndataset: {" + dataset + ", validation: 0.2}\nnetwork:\n  - $layers\n"
                    + "  - output: {units: " + units + ", loss: cross-entropy}\n"
                    + "training: {epochs: 2, batch-size: 8, optimizer: adam, learning-rate: 0.02, engine: $engine}\n"
                    + "grid:\n  layers:\n" + layers + "  engine: [fused, dl4j, double]\n"
                    + "exclude: [" + (layers.equals(CONVOLUTION) ? "{layers: planes, engine: double}" : "") + "]\n";
        }
    }

    @BeforeAll
    void train() throws IOException {
        new ModelData(home);
        assertThat(at(
                        home,
                        "data",
                        "convert",
                        "pictures.mat",
                        "--size",
                        "8",
                        "--train",
                        "60",
                        "--test",
                        "30",
                        "--to",
                        "sets/digits-of-mine"))
                .as(err.toString())
                .isZero();
        for (Kind kind : Kind.values()) {
            Files.writeString(home.resolve(kind + ".yaml"), kind.sweep());
            assertThat(at(
                            home,
                            "run",
                            kind + ".yaml",
                            "--data",
                            "sets",
                            "--out",
                            kind.name(),
                            "--save-models",
                            "all",
                            "--master",
                            "local[2]"))
                    .as(err.toString())
                    .isZero();
        }
    }

    @Test
    void areThirtyOrSo() throws IOException {
        int models = 0;
        for (Kind kind : Kind.values()) {
            models += models(kind).size();
        }

        assertThat(models).isEqualTo(27);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void giveTheirFiguresAgainFromElsewhere(Kind kind) throws IOException {
        for (Map.Entry<Path, String> model : models(kind).entrySet()) {
            List<String> command =
                    new ArrayList<>(List.of("evaluate", model.getKey().toString()));
            if (kind == Kind.IDX) {
                command.addAll(List.of("--data", home.resolve("sets").toString()));
            }

            int code = at(elsewhere, command.toArray(String[]::new));

            assertThat(code).as(err.toString()).isZero();
            assertThat(out.toString()).contains(", accuracy " + model.getValue() + " on ");
        }
    }

    @Test
    void findColumnsByTheirNames() throws IOException {
        for (Path model : models(Kind.TABLE).keySet()) {
            String right = answers(model, "same.csv");

            assertThat(answers(model, "swapped.csv")).isEqualTo(right);
            assertThat(answers(model, "labelled.csv")).isEqualTo(right);
            assertThat(err.toString()).contains("labelled.csv is the label: it is passed over.");
            assertThat(answers(model, "bare.csv")).isEqualTo(right);
            assertThat(err.toString()).contains("bare.csv does not name its columns");
            refuses(3, "\"c\" is missing; \"weight\" is too much", "predict", model, "other.csv");
            refuses(3, "\"id\" is too much", "predict", model, "more.csv");
            refuses(3, "it has several columns \"b\"", "predict", model, "twice.csv");
            refuses(3, "it is a picture, but the model takes examples of shape [3]", "predict", model, "flat/60.png");
            refuses(
                    3,
                    "its examples have the shape [8, 8], but the model takes [3]",
                    "predict",
                    model,
                    "sets/digits-of-mine/t10k-images-idx3-ubyte.gz");
            assertThat(accuracy(model, "labelled.csv")).isEqualTo(share(right, ModelData::kind));
            assertThat(out.toString()).contains("It was trained on none of these 30 examples.");
            accuracy(model, "train.csv");
            assertThat(out.toString()).containsPattern("It was trained on (3[0-9]|4[0-9]) of these 60 examples");
            refuses(3, "it has no column of labels, \"kind\"", "evaluate", model, "same.csv");
            refuses(3, "\"fox\" is none of the model's classes, x, y, z", "evaluate", model, "fox.csv");
            refuses(3, "it takes no pictures", "evaluate", model, "photos");
        }
    }

    @Test
    void keepEveryDigitOfLargeNumbers() throws IOException {
        for (Path model : models(Kind.TIMES).keySet()) {
            String right = answers(model, "times-same.csv");

            assertThat(answers(model, "times-labelled.csv")).isEqualTo(right);
            assertThat(err.toString()).contains("Column 1 of ").contains("is taken for the label");
            assertThat(accuracy(model, "times-labelled.csv")).isEqualTo(share(right, ModelData::kind));
            refuses(3, "its lines have 64 values, but the model takes 3", "predict", model, "pixels.csv");
        }
    }

    @Test
    void takePicturesInEveryForm() throws IOException {
        String[] photos = IntStream.range(ModelData.TRAIN, ModelData.TRAIN + ModelData.TEST)
                .mapToObj(row -> home.resolve("flat/" + row + ".png").toString())
                .toArray(String[]::new);
        for (Kind kind : List.of(Kind.PHOTOS, Kind.IDX, Kind.MATLAB)) {
            for (Path model : models(kind).keySet()) {
                String named = answers(model, photos);
                String right = withoutPictures(named);

                assertThat(named).contains("example,picture,predicted,").contains("\n29," + photos[29] + ",");
                assertThat(answers(model, "sets/digits-of-mine/t10k-images-idx3-ubyte.gz"))
                        .isEqualTo(right);
                assertThat(answers(model, "pixels.csv")).isEqualTo(right);
                refuses(3, "\"0.5\" is no whole number of 0 to 255", "predict", model, "shares.csv");
                refuses(3, "Of MATLAB files, predict reads none", "predict", model, "pictures.mat");
                refuses(3, "its lines have 3 values, but the model takes 64", "predict", model, "same.csv");
                refuses(3, "it has no labels", "evaluate", model, "flat/60.png");
                if (kind == Kind.PHOTOS) {
                    assertThat(accuracy(model, "photos"))
                            .isEqualTo(share(
                                    right, row -> List.of("ant", "bee", "cow").get(row % 3)));
                    assertThat(out.toString()).contains("It was trained on none of these 30 examples.");
                    accuracy(model, "bees");
                    refuses(3, "fox is none of the model's, which are ant, bee, cow", "evaluate", model, "foxes");
                    refuses(3, "0, 1, 2 are none of the model's", "evaluate", model, "sets/digits-of-mine");
                } else {
                    String share = share(right, row -> String.valueOf(row % 3));
                    assertThat(accuracy(model, "sets/digits-of-mine")).isEqualTo(share);
                    assertThat(out.toString()).contains("It was trained on none of these 30 examples.");
                    assertThat(accuracy(model, "pixels-labelled.csv")).isEqualTo(share);
                    accuracy(model, "pictures.mat");
                    assertThat(out.toString())
                            .contains("It was trained on 48 of these 90 examples")
                            .contains("by 12 of them, in validation, trials were compared");
                    refuses(3, "ant, bee, cow are none of the model's, which are 0, 1, 2", "evaluate", model, "photos");
                }
            }
        }
    }

    @Test
    void areNotMeasuredOnDataThatHaveChanged(@TempDir Path other) throws IOException {
        new ModelData(other);
        Files.writeString(other.resolve("table.yaml"), Kind.TABLE.sweep());
        assertThat(at(other, "run", "table.yaml", "--out", "run", "--master", "local[1]"))
                .as(err.toString())
                .isZero();
        Path model;
        try (Stream<Path> found = Files.walk(other.resolve("run/trials"))) {
            model = found.filter(file -> file.endsWith("model.zip")).findFirst().orElseThrow();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(other.resolve("train.csv")));
        Collections.reverse(lines.subList(1, lines.size()));
        Files.write(other.resolve("train.csv"), lines);

        int code = at(elsewhere, "evaluate", model.toString());

        assertThat(code).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(err.toString()).contains("The data have changed since the model was trained: train.csv has the");
        assertThat(at(
                        elsewhere,
                        "evaluate",
                        model.toString(),
                        other.resolve("labelled.csv").toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Whether it was trained on some of them is not known: The data have changed");

        Files.delete(other.resolve("train.csv"));

        assertThat(at(elsewhere, "evaluate", model.toString())).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(err.toString())
                .contains("Cannot read train.csv: there is no such file: looked for file:")
                .contains(other + "/train.csv");
        assertThat(at(elsewhere, "evaluate", model.toString(), "labelled.csv")).isEqualTo(3);
        assertThat(err.toString()).contains("There is no file or folder file://" + elsewhere + "/labelled.csv.");
    }

    @Test
    void goOnBeingTrainedFromElsewhere() throws IOException {
        String run = home.resolve("TABLE").toString();
        String sweep = home.resolve("TABLE.yaml").toString();

        assertThat(at(elsewhere, "retry", run, "--failed", "--master", "local[1]"))
                .as(err.toString())
                .isZero();
        assertThat(at(elsewhere, "run", sweep, "--out", run, "--save-models", "all", "--master", "local[1]"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString())
                .contains("Relative paths of data start at file://" + home + ", as when the run was begun.");
        assertThat(at(elsewhere, "plan", sweep)).isEqualTo(ExitCode.BAD_SWEEP.number());
        assertThat(err.toString()).contains("looked for file:").contains(elsewhere + "/train.csv");
    }

    private void refuses(int code, String told, String command, Path model, String data) {
        int ended = at(elsewhere, command, model.toString(), home.resolve(data).toString());

        assertThat(ended).as("%s %s: %s", command, data, err).isEqualTo(code);
        assertThat(err.toString()).contains(told).doesNotContain("\tat ").doesNotContain("Exception");
    }

    private String answers(Path model, String... data) {
        Stream<String> files = Stream.of(data).map(one -> home.resolve(one).toString());
        int code = at(
                elsewhere,
                Stream.concat(Stream.of("predict", model.toString()), files).toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(1 + ModelData.TEST);
        return out.toString();
    }

    private static String withoutPictures(String answers) {
        return answers.replaceAll("(?m)^([^,]*),[^,]*,", "$1,");
    }

    private String accuracy(Path model, String data) {
        int code = at(
                elsewhere,
                "evaluate",
                model.toString(),
                home.resolve(data).toString(),
                "--data",
                home.resolve("sets").toString());
        assertThat(code).as(err.toString()).isZero();
        String text = out.toString();
        int from = text.indexOf(", accuracy ") + ", accuracy ".length();
        return text.substring(from, text.indexOf(" on ", from));
    }

    /** Of answers that name the class that is right, as commands write it. */
    private static String share(String answers, IntFunction<String> right) {
        List<String> lines = answers.lines().skip(1).toList();
        long correct = IntStream.range(0, lines.size())
                .filter(row -> lines.get(row).split(",", -1)[1].equals(right.apply(ModelData.TRAIN + row)))
                .count();
        return Numbers.exact((double) correct / lines.size());
    }

    /** The models of a kind, with their accuracies. */
    private static Map<Path, String> models(Kind kind) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve(kind.name()).resolve("results.csv"));
        List<String> columns = List.of(lines.get(0).split(",", -1));
        Map<Path, String> models = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            Path model = home.resolve(kind.name())
                    .resolve("trials")
                    .resolve(cells.get(columns.indexOf("id")))
                    .resolve("model.zip");
            assertThat(model).exists();
            models.put(model, cells.get(columns.indexOf("test-accuracy")));
        }
        return models;
    }

    private int at(Path folder, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        ProcessEnvironment environment = new ProcessEnvironment(Map.of(), Map.of(), folder, Clock.systemUTC(), 2);
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
        return Nightsweep.commandLine(console, environment, SweepRuns::new).execute(arguments);
    }
}
