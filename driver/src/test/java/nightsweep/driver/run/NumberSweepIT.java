package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.experiments.outcome.NumberFigures;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number to predict, from the table to the predictions of the model that came out best. */
class NumberSweepIT {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    private static final String SWEEP = """
            name: houses
            dataset:
              csv: {train: TABLE, label: LABEL, target: number}
              validation: 0.2
            network:
              - dense: {units: 16, activation: tanh}
              - output: {units: 1, loss: $loss}
            training: {epochs: EPOCHS, batch-size: 16, optimizer: adam, learning-rate: 0.01}
            grid: {loss: [mean-squared-error, half-squared-error]}
            repeats: 3
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int nightsweep(String... command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Nightsweep.execute(command, new PrintWriter(out), new PrintWriter(err), SweepRuns::new);
    }

    private Path sweep(Path table, String label, int epochs) throws IOException {
        return Files.writeString(
                folder.resolve("houses.yaml"),
                SWEEP.replace("TABLE", table.toString())
                        .replace("LABEL", label)
                        .replace("EPOCHS", String.valueOf(epochs)));
    }

    /** Prices in hundreds of thousands that follow size and place, within about 10,000. */
    private Path houses() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder table = new StringBuilder("size,place,rooms,price\n");
        for (int i = 0; i < 400; i++) {
            double size = 50 + 100 * random.nextDouble();
            int place = random.nextInt(3);
            double price = 100_000 + 3_000 * size + 80_000 * (place == 1 ? 1 : 0) + 10_000 * random.nextGaussian();
            table.append(String.format(
                    Locale.ROOT,
                    "%.2f,%s,%d,%s%n",
                    size,
                    List.of("north", "south", "east").get(place),
                    random.nextInt(6),
                    i % 50 == 7 ? "?" : String.format(Locale.ROOT, "%.2f", price)));
        }
        return Files.writeString(folder.resolve("houses.csv"), table.toString());
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                new StringReader(Files.readString(folder.resolve("run").resolve(file))), FORMAT)) {
            return parser.getRecords();
        }
    }

    @Test
    void isPredictedInItsUnitFromTheTableToTheModel() throws IOException {
        Path houses = houses();
        Path sweep = sweep(houses, "price", 40);
        String run = folder.resolve("run").toString();

        assertThat(nightsweep("plan", sweep.toString())).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("a number to predict", "RMSE on validation examples", "8 rows of ")
                .doesNotContain("0 classes");
        assertThat(nightsweep("run", sweep.toString(), "--master", "local[2]", "--save-models", "best", "--out", run))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("Ranked on validation RMSE", "Validation loss of trial")
                .doesNotContain("F1 by class", "Confusion", "accuracy", "NaN");
        CSVRecord best = rows("results.csv").stream()
                .filter(row -> Files.exists(Path.of(run, "trials", row.get("id"), "model.zip")))
                .findFirst()
                .orElseThrow();
        assertThat(best.toMap()).doesNotContainKeys("test-accuracy", "macro-f1", "train-accuracy");
        assertThat(number(best, "test-rmse")).isBetween(8_000.0, 30_000.0);
        assertThat(number(best, "test-r2")).isGreaterThan(0.9);
        assertThat(number(best, "test-rmse-low")).isLessThan(number(best, "test-rmse"));
        assertThat(number(best, "test-rmse-high")).isGreaterThan(number(best, "test-rmse"));
        assertThat(best.get("verdict")).isIn("healthy", "still improving");
        assertThat(rows("results.csv").stream().mapToDouble(row -> number(row, "objective")))
                .isSorted();
        assertThat(rows("configurations.csv").get(0).toMap())
                .containsKeys("test-rmse-mean", "test-rmse-low", "test-r2-deviation");
        assertThat(rows("metrics.csv").get(0).toMap())
                .containsKeys("validation-mae", "test-median-absolute-error")
                .doesNotContainKeys("test-accuracy");
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("classes.csv");
        }

        List<CSVRecord> predictions = rows("trials/" + best.get("id") + "/predictions.csv");
        NumberFigures again = NumberFigures.of(column(predictions, "actual"), column(predictions, "predicted"));
        assertThat(again.rootMeanSquaredError())
                .isCloseTo(number(best, "test-rmse"), within(1e-5 * number(best, "test-rmse")));
        assertThat(again.r2()).isCloseTo(number(best, "test-r2"), within(1e-6));

        String model = run + "/trials/" + best.get("id") + "/model.zip";
        assertThat(nightsweep("evaluate", model)).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("RMSE " + best.get("test-rmse") + " on " + predictions.size());
        assertThat(nightsweep("predict", model, houses.toString()))
                .as(err.toString())
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("example,predicted");
        assertThat(lines).hasSize(401);
        assertThat(nightsweep("best", run)).isZero();
        assertThat(out.toString()).contains("on test examples RMSE").doesNotContain("accuracy");
        assertThat(nightsweep("refit", run)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(", RMSE ", "the mean RMSE of its 3 trials was ")
                .doesNotContain("accuracy");
        String refitted = out.toString()
                .lines()
                .filter(line -> line.startsWith("Model: "))
                .map(line -> line.substring("Model: ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(nightsweep("predict", refitted, houses.toString()))
                .as(err.toString())
                .isZero();
        assertThat(nightsweep("refit", run, "--spread", "2")).isNotZero();
        assertThat(err.toString()).contains("it predicts a number, and slots average networks of classes alone");
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double[] column(List<CSVRecord> rows, String name) {
        return rows.stream().mapToDouble(row -> number(row, name)).toArray();
    }

    /** Of MLPRegressor of scikit-learn on such parts: 2.1 to 2.3. */
    @Test
    void isPredictedOfATableAsItWasPublished() throws IOException {
        @Nullable String home = System.getenv("NIGHTSWEEP_DATA");
        assumeTrue(home != null, "NIGHTSWEEP_DATA is not set.");
        Path sweep = sweep(Path.of(home, "tables", "abalone.data"), "Rings", 10);

        assertThat(nightsweep(
                        "run",
                        sweep.toString(),
                        "--master",
                        "local[2]",
                        "--out",
                        folder.resolve("run").toString()))
                .as(err.toString())
                .isZero();

        List<Double> errors = new ArrayList<>();
        rows("results.csv").forEach(row -> errors.add(number(row, "test-rmse")));
        assertThat(errors).hasSize(6).allSatisfy(rmse -> assertThat(rmse).isBetween(2.0, 2.5));
    }

    @Test
    void isRefusedWhereTheSweepIsAboutClasses() throws IOException {
        Path sweep = folder.resolve("classes.yaml");
        Files.writeString(sweep, """
                name: classes
                dataset:
                  csv: {train: TABLE, label: price, target: number}
                network:
                  - dense: {units: 4}
                  - output: {units: 3, loss: cross-entropy}
                objective: macro-f1
                """.replace("TABLE", houses().toString()));

        assertThat(nightsweep("plan", sweep.toString())).isNotZero();

        assertThat((out.toString() + err).replaceAll("\\s+", " "))
                .contains(
                        "give it units: 1",
                        "cross-entropy does not say how far a predicted number is from the true one",
                        "take identity, or leave activation out",
                        "The objective macro-f1 is a figure of classes, but a number is to be predicted: take rmse");
    }
}
