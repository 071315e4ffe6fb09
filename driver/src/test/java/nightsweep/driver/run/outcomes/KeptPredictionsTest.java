package nightsweep.driver.run.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.run.reporting.RunTables;
import nightsweep.driver.statistics.McNemarTest;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.store.PastAttempts;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptPredictionsTest {
    private static final String TEXT = """
            name: predictions
            dataset: {name: xor, train: 100, test: 100}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: $rate}
            grid:
              rate: [0.1, 0.01]
            repeats: 1
            """;
    private static final String HEADER = "example,actual,predicted,probability\n";
    private static final String FIRST = HEADER + "0,\"a,b\",\"a,b\",0.9\n1,c,c,0.8\n2,c,\"a,b\",0.7\n";
    private static final String SECOND = HEADER + "0,\"a,b\",\"a,b\",0.6\n1,c,\"a,b\",0.8\n2,c,\"a,b\",0.5\n";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final Console console = new Console(
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
    private Sweep sweep;
    private RunDirectory run;

    @BeforeEach
    void begin() throws Exception {
        sweep = SweepFile.parse(TEXT, "predictions.yaml");
        Path path = folder.resolve("run");
        Files.createDirectories(path);
        Files.writeString(path.resolve("sweep.yaml"), TEXT);
        run = RunDirectory.at(path.toUri().toString(), new Configuration());
    }

    private void write(int trial, String text) throws IOException {
        run.trials()
                .keep(
                        outcome(sweep.trials().get(trial), trial == 0 ? 67 : 33),
                        List.of(new TableFile("predictions.csv", text)),
                        PastAttempts.NONE);
    }

    @Test
    void knowsWhichExamplesEachWasRightAbout() throws Exception {
        write(0, FIRST);
        write(1, SECOND);
        KeptPredictions predictions = new KeptPredictions(run.trials(), console);

        Optional<McNemarTest> test = predictions
                .of(sweep.trials().get(0))
                .flatMap(first -> predictions.of(sweep.trials().get(1)).flatMap(first::against));

        assertThat(test).contains(McNemarTest.of(1, 0));
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example,predicted,probability\n0,a,0.5\n",
                "example,actual,predicted,probability\n0,a\n",
                "example,actual,predicted,probability\n0,\"a,a,0.5\n",
                "example,example\n0,1\n"
            })
    void warnsOfATextThatIsNoSuchTable(String text) throws Exception {
        write(0, text);

        assertThat(new KeptPredictions(run.trials(), console).of(sweep.trials().get(0)))
                .isEmpty();

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("warning: McNemar's tests leave trial 1 out: cannot read its predictions.csv (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HEADER})
    void isSilentWhereThereIsNothing(String text) throws Exception {
        write(0, text);
        KeptPredictions predictions = new KeptPredictions(run.trials(), console);

        assertThat(sweep.trials())
                .allSatisfy(trial -> assertThat(predictions.of(trial)).isEmpty());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void goesIntoTheTableOfComparisons() throws Exception {
        write(0, FIRST);
        write(1, SECOND);

        RunTables.write(run, sweep, TrialChoice.USUAL, InstantSource.fixed(Instant.EPOCH), console);

        List<String> lines = Files.readAllLines(folder.resolve("run/comparisons.csv"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).endsWith(",only-best-right,only-other-right,mcnemar-p,mcnemar-adjusted");
        assertThat(lines.get(1)).endsWith(",too few repeats,1,0,1.0,1.0");
        assertThat(err.toString()).isEmpty();
    }

    private static TrialOutcome outcome(Trial trial, long right) {
        ConfusionMatrix confusion =
                ConfusionMatrix.of(List.of("a,b", "c"), new long[][] {{right, 100 - right}, {100 - right, right}});
        return new TrialOutcome.Completed(
                trial.id(),
                6,
                List.of(new EpochMetrics(1, 0.5, 0.5, Double.NaN, Double.NaN)),
                Optional.empty(),
                new Evaluation(0.5, confusion),
                Optional.empty(),
                new Provenance("0.1", 1, trial.seed(), "", "fused", "", "", "", "", "", "", ""),
                new Timing("node7", 0, 0, 0, 0, 0));
    }
}
