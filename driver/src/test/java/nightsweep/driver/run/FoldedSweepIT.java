package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import nightsweep.driver.cli.Nightsweep;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cross-validation from the sweep file to the tables and the refitted model. */
class FoldedSweepIT {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    private static final String SWEEP = """
            name: folded
            dataset:
              csv: {train: TABLE, label: kind}
              folds: 3
            network:
              - dense: {units: $units, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 6, batch-size: 16, optimizer: adam, learning-rate: 0.02}
            grid: {units: [2, 12]}
            repeats: 2
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

    private Path sweep() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder table = new StringBuilder("size,colour,kind\n");
        for (int row = 0; row < 150; row++) {
            double size = random.nextGaussian();
            boolean red = random.nextBoolean();
            table.append(row % 20 == 3 ? "?" : String.valueOf(size))
                    .append(red ? ",red," : ",blue,")
                    .append(size + (red ? 0.5 : -0.5) + random.nextGaussian() > 0 ? "yes\n" : "no\n");
        }
        Path rows = Files.writeString(folder.resolve("rows.csv"), table);
        return Files.writeString(folder.resolve("folded.yaml"), SWEEP.replace("TABLE", rows.toString()));
    }

    private List<CSVRecord> rows(String run, String file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                new StringReader(Files.readString(folder.resolve(run).resolve(file))), FORMAT)) {
            return parser.getRecords();
        }
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void foldsAreTrialsWhoseMeanAndIntervalAreTheConfigurations() throws IOException {
        Path sweep = sweep();
        assertThat(nightsweep("plan", sweep.toString())).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "2 configurations x 2 repeats x 3 folds = 12 trials",
                        "80 to train on, 40 to validate, 30 to test");
        run(sweep, 2);

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "means of 3 folds x 2 repeats",
                        "corrected resampled t (Nadeau and Bengio 2003): variance times 1/6 + 1/2",
                        "Ranked on validation accuracy");
        List<CSVRecord> results = rows("run-2", "results.csv");
        assertThat(results.stream().map(row -> row.get("configuration") + row.get("repeat") + row.get("fold")))
                .doesNotHaveDuplicates()
                .hasSize(12);
        double quantile = new TDistribution(5).inverseCumulativeProbability(0.975);
        for (CSVRecord configuration : rows("run-2", "configurations.csv")) {
            double[] folds = results.stream()
                    .filter(row -> row.get("configuration").equals(configuration.get("configuration")))
                    .mapToDouble(row -> number(row, "validation-accuracy"))
                    .toArray();
            double mean = StatUtils.mean(folds);
            double half = quantile * Math.sqrt(StatUtils.variance(folds) * (1.0 / 6 + 1.0 / 2)) / (mean * (1 - mean));
            double logit = Math.log(mean / (1 - mean));
            assertThat(folds).hasSize(6);
            assertThat(number(configuration, "objective-mean")).isCloseTo(mean, within(1e-6));
            assertThat(number(configuration, "objective-low")).isCloseTo(share(logit - half), within(1e-4));
            assertThat(number(configuration, "objective-high")).isCloseTo(share(logit + half), within(1e-4));
        }

        assertThat(nightsweep("refit", folder.resolve("run-2").toString()))
                .as(err.toString())
                .isZero();
        assertThat((out.toString() + err).replaceAll("\\s+", " "))
                .contains("80 training and 40 validation examples together", "of its 6 trials was");
    }

    private void run(Path sweep, int slots) {
        String run = folder.resolve("run-" + slots).toString();
        assertThat(nightsweep("run", sweep.toString(), "--master", "local[" + slots + "]", "--out", run))
                .as(err.toString())
                .isZero();
    }

    @Test
    @Tag("drill")
    void tablesAreTheSameOnAnyNumberOfSlots() throws IOException {
        Path sweep = sweep();
        run(sweep, 1);
        run(sweep, 2);

        for (String file : List.of("results.csv", "configurations.csv", "comparisons.csv", "effects.csv", "plan.csv")) {
            assertThat(folder.resolve("run-2").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("run-1").resolve(file));
        }
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
