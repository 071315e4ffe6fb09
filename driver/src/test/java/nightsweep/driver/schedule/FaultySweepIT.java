package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.run.SweepRuns;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.Engine;
import nightsweep.worker.training.choice.Engines;
import nightsweep.worker.training.dl4j.Dl4jEngine;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps in which trials fall ill, in local mode, through the command line. */
class FaultySweepIT {
    private static final String SWEEP = """
            name: illnesses
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: $units, activation: tanh}
              - output: {units: $outputs, loss: cross-entropy}
            training: {epochs: 3, batch-size: 10, learning-rate: 0.1}
            grid:
              units: [%1$s, 2, 103, 3, 104, 4, 105, 5, 6]
              outputs: [2, 3]
            only:
              - {units: %1$s, outputs: 2}
              - {units: 2, outputs: 2}
              - {units: 103, outputs: 2}
              - {units: 3, outputs: 2}
              - {units: 104, outputs: 2}
              - {units: 4, outputs: 2}
              - {units: 105, outputs: 2}
              - {units: 5, outputs: 2}
              - {units: 2, outputs: 3}
              - {units: 6, outputs: 2}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fallIll() {
        trainWith(new FaultyEngine(new Dl4jEngine()));
    }

    @AfterEach
    void recover() {
        trainWith(new Dl4jEngine());
    }

    @ParameterizedTest
    @ValueSource(ints = {FaultyEngine.SLEEPS, FaultyEngine.SPINS})
    void givesFiveGoodOutcomesAndFiveWithTheirReasons(int hang) throws IOException {
        Duration took = Duration.ofNanos(-System.nanoTime());

        int code = run(SWEEP.formatted(hang), "--master", "local[2]", "--trial-timeout", "4s");

        took = took.plusNanos(System.nanoTime());
        assertThat(code).as(err.toString()).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(endings())
                .as(err.toString())
                .containsExactly(
                        "failed timed out: It took longer than 4 s.",
                        "completed ",
                        "failed internal error: The learner broke. (see trials/ID/error.txt)",
                        "completed ",
                        "failed out of memory: Java heap space",
                        "completed ",
                        "diverged the loss was not finite in epoch 2, step 11",
                        "completed ",
                        "failed invalid configuration: An output layer of 3 units cannot tell 2 classes apart:"
                                + " give it 1 or 2 units.",
                        "completed ");
        assertThat(took).isLessThan(Duration.ofSeconds(40));
        assertThat(trial(1).resolve("outcome.json")).content().contains("\"epoch\" : 1,", "\"ending\" : \"timed out\"");
        assertThat(trial(3).resolve("error.txt"))
                .content()
                .startsWith("internal error: The learner broke.")
                .contains("java.lang.IllegalStateException", "FaultyEngine");
    }

    /** In the order of the plan, outcome and reason. */
    private List<String> endings() throws IOException {
        return results().stream()
                .map(row -> row.get("outcome") + " " + row.get("reason").replace(row.get("id"), "ID"))
                .toList();
    }

    private Path trial(int number) throws IOException {
        return folder.resolve("run/trials").resolve(results().get(number - 1).get("id"));
    }

    private List<CSVRecord> results() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                folder.resolve("run/results.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180.builder().setHeader().build())) {
            return parser.getRecords().stream()
                    .sorted(Comparator.comparing((CSVRecord row) -> Integer.parseInt(row.get("trial"))))
                    .toList();
        }
    }

    private int run(String sweep, String... more) throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), sweep);
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "run",
                                folder.resolve("sweep.yaml").toString(),
                                "--out",
                                folder.resolve("run").toString()),
                        Stream.of(more))
                .toList();
        return command(arguments);
    }

    private int command(List<String> arguments) {
        return Nightsweep.execute(
                arguments.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                SweepRuns::new);
    }

    private static void trainWith(Engine engine) {
        Origin origin = Origin.here(Blas.load().describe(), "3.5");
        TrainingProcess.trainWith(new TrialRunner(Engines.only(engine), origin, InstantSource.system()));
    }
}
