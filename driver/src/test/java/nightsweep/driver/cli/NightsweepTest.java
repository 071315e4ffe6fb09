package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.plan.PlannedTrial;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightsweepTest {
    private static final String SWEEP = """
            name: planes
            description: Two activations on two clouds.
            dataset: {name: xor, train: 200, test: 100}
            network:
              - dense:  {units: 4, activation: $activation}
              - output: {units: $outputs, activation: sigmoid, loss: squared-error}
            training: {epochs: 2, batch-size: 10, learning-rate: 0.1}
            grid:
              activation: [tanh, softmax]
              outputs: [1, 3]
            only:
              - {activation: tanh, outputs: 1}
              - {activation: softmax, outputs: 1}
              - {activation: tanh, outputs: 3}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final FakeRuns runs = new FakeRuns();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSweep() throws IOException {
        Files.writeString(folder.resolve("planes.yaml"), SWEEP);
    }

    @Test
    void plansAFile() {
        assertThat(execute("plan", "planes.yaml")).isZero();

        assertThat(out.toString())
                .startsWith("""
                        planes: 3 configurations x 1 repeat = 3 trials
                        data       xor: 200 to train on, 100 to test on; 2 values, 2 classes
                        """)
                .contains("""
                        Invalid, and not trained:
                          configuration 3: An output layer of 3 units cannot tell 2 classes apart: give it 1 or 2 units.

                        Doubtful, but trained:
                          configuration 2: A hidden softmax layer lets""")
                .endsWith("Under 1 s on 8 slots, under 1 s of training in all.\n");
        assertThat(err.toString()).isEmpty();
        assertThat(runs.requests).isEmpty();
    }

    @Test
    void plansASweepOfTheCatalog() {
        assertThat(execute("plan", "quickstart", "--master", "local[3]")).isZero();

        assertThat(out.toString()).startsWith("quickstart: 9 configurations").contains(" on 3 slots, ");
    }

    @Test
    void plansAFileByItsUri() {
        assertThat(execute("plan", folder.resolve("planes.yaml").toUri().toString()))
                .isZero();

        assertThat(out.toString()).startsWith("planes: 3 configurations");
    }

    @Test
    void plansTheWholeGridWithOtherSettings() {
        assertThat(execute("plan", "planes.yaml", "--full", "--set", "repeats=2", "--set", "dataset.train=40"))
                .isZero();

        assertThat(out.toString()).startsWith("""
                        planes: 4 configurations x 2 repeats = 8 trials
                        data       xor: 40 to train on, 100 to test on; 2 values, 2 classes
                        """);
    }

    @Test
    void runsAPlan() {
        int code = execute(
                "run",
                "planes.yaml",
                "--out",
                "here",
                "--set",
                "repeats=2",
                "--status-interval",
                "5",
                "--data",
                "/data");

        assertThat(code).isZero();
        assertThat(runs.requests).hasSize(1);
        RunRequest request = runs.requests.get(0);
        assertThat(request.out()).isEqualTo("file://" + folder + "/here");
        assertThat(request.master()).isEqualTo("local[*]");
        assertThat(request.statusInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(request.dataHome()).contains("/data");
        assertThat(request.text()).contains("repeats: 2");
        assertThat(request.plan().trials()).hasSize(6);
        assertThat(request.plan().invalid())
                .extracting(PlannedTrial::objections)
                .hasSize(2);
        assertThat(err.toString()).isEqualTo("""
                        warning: not trained: configuration 3: An output layer of 3 units cannot tell 2 classes apart: give it 1 or 2 units.
                        warning: configuration 2: A hidden softmax layer lets its units share a sum of 1, so hardly anything gets through it: keep softmax for the output layer.
                        planes: 6 trials on local[*]. Under 1 s on 8 slots, under 1 s of training in all.
                        """);
    }

    @Test
    void takesWhatIsNotSaidFromTheSurroundings() {
        variables.put("NIGHTSWEEP_DATA", "hdfs://data");
        properties.put("spark.master", "yarn");
        properties.put("spark.hadoop.fs.s3a.endpoint", "http://store");

        assertThat(execute("run", "planes.yaml")).isZero();

        RunRequest request = runs.requests.get(0);
        assertThat(request.out()).isEqualTo("file://" + folder + "/runs/planes-20260102-030405");
        assertThat(request.master()).isEqualTo("yarn");
        assertThat(request.dataHome()).contains("hdfs://data");
        assertThat(request.statusInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(request.hadoop().get("fs.s3a.endpoint")).isEqualTo("http://store");
        assertThat(err.toString()).endsWith("shared by the slots of the cluster.\n");
    }

    @Test
    void leavesUrisAsTheyAre() {
        assertThat(execute("run", "planes.yaml", "--out", "s3a://bucket/my runs/1"))
                .isZero();

        assertThat(runs.requests.get(0).out()).isEqualTo("s3a://bucket/my runs/1");
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void endsAsTheRunDid(ExitCode code) {
        runs.answer = code;

        assertThat(execute("run", "planes.yaml")).isEqualTo(code.number());
    }

    @Test
    void reportsARun() {
        assertThat(execute("report", "runs/a")).isZero();

        assertThat(runs.reported).containsExactly("file://" + folder + "/runs/a");
        assertThat(out.toString()).isEqualTo("the tables\n");
    }

    @Test
    void tellsFailuresOfRunsWithoutStackTraces() {
        runs.failure = new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot write to here: permission denied.");

        assertThat(execute("run", "planes.yaml")).isEqualTo(7);

        assertThat(err.toString()).endsWith("\nnightsweep: Cannot write to here: permission denied.\n");
    }

    @Test
    void tellsDefectsWithTheirStackTrace() {
        runs.defect = new IllegalStateException("Nobody foresaw this.");

        assertThat(execute("run", "planes.yaml")).isEqualTo(1);

        assertThat(err.toString())
                .contains("nightsweep: This is a defect of Nightsweep; please report it with what follows.\n"
                        + "java.lang.IllegalStateException: Nobody foresaw this.\n\tat ");
    }

    @Test
    void suggestsASweepForAnUnknownOne() {
        assertThat(execute("plan", "quikstart")).isEqualTo(3);

        assertThat(err.toString())
                .isEqualTo("nightsweep: There is no sweep quikstart, neither as a file nor in the catalog. "
                        + "Maybe \"quickstart\"? See nightsweep catalog.\n");
    }

    @Test
    void listsWhatThereIsForASweepLikeNone() {
        assertThat(execute("run", "nothing/of/the/kind.yaml")).isEqualTo(3);

        assertThat(err.toString())
                .startsWith(
                        "nightsweep: There is no sweep nothing/of/the/kind.yaml, neither as a file nor in the catalog. "
                                + "There are: ")
                .contains("quickstart");
        assertThat(runs.requests).isEmpty();
    }

    @Test
    void tellsWhyASweepCannotBeRead() throws IOException {
        Files.writeString(
                folder.resolve("bad.yaml"),
                SWEEP.replace("epochs: 2", "epoch: 2").replace("units: 4", "units: -4"));
        Files.write(folder.resolve("latin.yaml"), "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(execute("plan", "bad.yaml")).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("nightsweep: Cannot read sweep bad.yaml:\n  ")
                .contains("Maybe \"epochs\"?")
                .contains("units must be positive");
        assertThat(execute("plan", "latin.yaml")).isEqualTo(3);
        assertThat(err.toString()).endsWith("nightsweep: Cannot read sweep latin.yaml: it is not text in UTF-8.\n");
        assertThat(execute("plan", ".")).isEqualTo(3);
        assertThat(err.toString()).endsWith("nightsweep: Cannot read sweep .: it is a folder.\n");
        assertThat(execute("plan", "file:///no/such.yaml")).isEqualTo(3);
        assertThat(err.toString()).endsWith("nightsweep: There is no sweep file file:///no/such.yaml.\n");
        assertThat(execute("plan", "gopher://old/such.yaml")).isEqualTo(3);
        assertThat(err.toString())
                .endsWith(
                        "nightsweep: Cannot read sweep gopher://old/such.yaml: No FileSystem for scheme \"gopher\"\n");
    }

    @Test
    void tellsWhatIsWrongWithASetting() {
        assertThat(execute("plan", "planes.yaml", "--set", "training.epochs")).isEqualTo(3);

        assertThat(err.toString()).contains("Cannot read sweep planes.yaml:").contains("training.epochs=2");
    }

    @Test
    void tellsWhichDataIsMissingBeforeAnythingIsWritten() {
        assertThat(execute("run", "planes.yaml", "--set", "dataset={name: mnist}"))
                .isEqualTo(3);

        assertThat(err.toString())
                .startsWith("nightsweep: Cannot read the data of sweep planes:\n  ")
                .contains("train-images-idx3-ubyte");
        assertThat(runs.requests).isEmpty();
    }

    @Test
    void listsTheCatalog() {
        assertThat(execute("catalog")).isZero();

        assertThat(out.toString())
                .contains(
                        "quickstart\n    Three activations by three optimizers on generated digits, in under a minute.\n"
                                + "    digits; 9 x 2 trials; about ")
                .containsPattern("\n    mnist; [0-9]+ x [0-9]+ trials; its data is not here\n");
    }

    @Test
    void showsASweepOfTheCatalog() {
        assertThat(execute("catalog", "quickstart")).isZero();

        assertThat(out.toString()).startsWith("name: quickstart\n").endsWith("\n");
        assertThat(execute("catalog", "quickstar")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("nightsweep: The catalog has no quickstar. Maybe \"quickstart\"?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "report"})
    void asksForWhatIsMissing(String command) {
        assertThat(execute(command)).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("nightsweep: Missing required parameter: ")
                .endsWith("\nTry: nightsweep " + command + " --help\n");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(execute("plan", "planes.yaml", "--datta", "x")).isEqualTo(2);
        assertThat(err.toString()).startsWith("nightsweep: Unknown option").contains("--data");
        assertThat(execute("rum")).isEqualTo(2);
        assertThat(err.toString()).contains("nightsweep: Unmatched argument").contains("nightsweep run");
        assertThat(execute("run", "planes.yaml", "--status-interval", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "nightsweep: --status-interval must be 1 second or more, but got 0.\nTry: nightsweep run --help\n");
    }

    @Test
    void explainsItself() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString())
                .contains("Usage: nightsweep ", "  run ", "  plan ", "  report ", "  catalog ", "  help ")
                .contains("Exit codes:", "  6   interrupted; the same command goes on where it stopped");
        assertThat(execute("help", "run")).isZero();
        assertThat(out.toString()).contains("Usage: nightsweep run ", "--status-interval=SECONDS");
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).contains("nightsweep (not packaged)");
    }

    @Test
    void explainsItselfWhereNothingIsAsked() {
        assertThat(execute()).isEqualTo(2);

        assertThat(err.toString()).contains("Usage: nightsweep ");
    }

    private int execute(String... arguments) {
        Surroundings surroundings = new Surroundings(
                variables, properties, folder, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC), 8);
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
        return Nightsweep.commandLine(console, surroundings, () -> runs).execute(arguments);
    }

    /** Remembers what it was asked and answers as it is told to. */
    private static final class FakeRuns implements Runs {
        private final List<RunRequest> requests = new ArrayList<>();
        private final List<String> reported = new ArrayList<>();
        private ExitCode answer = ExitCode.DONE;
        private @Nullable CommandFailure failure;
        private @Nullable RuntimeException defect;

        @Override
        public ExitCode run(RunRequest request, Console console) throws CommandFailure {
            requests.add(request);
            if (failure != null) {
                throw failure;
            }
            if (defect != null) {
                throw defect;
            }
            return answer;
        }

        @Override
        public ExitCode report(String run, Configuration hadoop, Console console) {
            reported.add(run);
            console.say("the tables");
            return answer;
        }
    }
}
