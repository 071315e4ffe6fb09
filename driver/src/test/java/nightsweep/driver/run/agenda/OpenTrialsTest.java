package nightsweep.driver.run.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nightsweep.driver.application.Limits;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.run.progress.Progress;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.EarlierTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.storage.Durability;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTrialsTest {
    private static final String SWEEP = """
            name: small
            dataset: {name: xor, train: 50, test: 50}
            network:
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd}
            repeats: 5
            seed: 7
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Sweep sweep;
    private RunDirectory directory;

    @BeforeEach
    void open() throws Exception {
        sweep = SweepFile.parse(SWEEP, "small.yaml");
        directory = RunDirectory.at(folder.toUri().toString(), new Configuration());
    }

    @Test
    void letsTrialsThatHadBegunGoFirst() throws Exception {
        directory.trials().keepCheckpoint(trial(3).id(), new byte[] {1}, Durability.WHOLE);
        directory.trials().keepCheckpoint(trial(5).id(), new byte[] {1}, Durability.WHOLE);

        assertThat(numbers(openTrials(List.of()).find())).containsExactly(3, 5, 0, 1, 2, 4);
    }

    @Test
    void takesForBegunWhateverIsKeptOf() throws Exception {
        directory.trials().keepCheckpoint(trial(1).id(), new byte[] {1}, Durability.WHOLE);
        directory.trials().tell(new RunningTrial(trial(2).id(), 1, "node7", 1, 1, 0, 0));
        directory.trials().setAside(failed(trial(3), FailureReason.TIMED_OUT));
        directory.trials().keep(failed(trial(4), FailureReason.EXECUTOR_LOST));

        assertThat(numbers(openTrials(List.of()).find())).containsExactly(1, 2, 3, 4, 0, 5);
    }

    @Test
    void takesAwayWhatIsLeftOfTrialsThatEnded() throws Exception {
        for (int number : List.of(1, 2)) {
            directory.trials().keepCheckpoint(trial(number).id(), new byte[] {1}, Durability.WHOLE);
            directory.trials().tell(new RunningTrial(trial(number).id(), 1, "node7", 1, 1, 0, 0));
        }
        directory.trials().keep(failed(trial(1), FailureReason.TIMED_OUT));
        OpenTrials open = openTrials(List.of());
        open.find();

        open.tidy();

        assertThat(directory.trials().told()).containsExactly(trial(2).id().text());
        assertThat(directory.trials().checkpoint(trial(1).id()))
                .as("of one that failed")
                .isPresent();
        assertThat(directory.trials().checkpoint(trial(2).id())).isPresent();
    }

    /** Those that had begun, 0, and the others. */
    private static List<Integer> numbers(OpenTrials.Found found) {
        return Stream.of(
                        found.begun().stream().map(Trial::number),
                        Stream.of(0),
                        found.fresh().stream().map(Trial::number))
                .flatMap(Function.identity())
                .toList();
    }

    @Test
    void passesOverTrialsThatEnded() throws Exception {
        directory.trials().keep(failed(trial(2), FailureReason.TIMED_OUT));

        assertThat(numbers(openTrials(List.of()).find())).containsExactly(0, 1, 3, 4, 5);
        assertThat(err.toString()).contains("1 trial ended before; 4 still to be run.");
    }

    @Test
    void runsAgainWhatFailedForNoReasonOfItsOwn() throws Exception {
        directory.trials().keep(failed(trial(2), FailureReason.TIMED_OUT));
        directory.trials().keep(failed(trial(4), FailureReason.EXECUTOR_LOST));

        assertThat(numbers(openTrials(List.of()).find())).containsExactly(4, 0, 1, 3, 5);
    }

    @Test
    void setsAsideOnlyWhatIsToRunAgain() throws Exception {
        directory.trials().keep(failed(trial(2), FailureReason.TIMED_OUT));
        directory.trials().keep(failed(trial(4), FailureReason.OUT_OF_MEMORY));
        OpenTrials open = openTrials(List.of(FailureReason.TIMED_OUT));
        open.find();
        assertThat(directory.trials().outcome(trial(2).id())).as("before").isPresent();

        open.setAside();

        assertThat(directory.trials().outcome(trial(2).id())).isEmpty();
        assertThat(directory.trials().outcome(trial(4).id())).isPresent();
    }

    @Test
    void countsADamagedOutcomeAsNone() throws Exception {
        directory.trials().keep(failed(trial(1), FailureReason.TIMED_OUT));
        Path file = outcomeFile(trial(1));
        Files.writeString(file, Files.readString(file).replace("timed out", "timed off"));

        assertThat(openTrials(List.of()).find().size()).isEqualTo(5);
        assertThat(err.toString()).contains("checksum").contains("The trial counts as not run.");
    }

    @Test
    void takesNoOutcomeOfAnEarlierFormulaForOneOfToday() throws Exception {
        sweep = SweepFile.parse(SWEEP.replace("optimizer: sgd", "optimizer: adam"), "small.yaml");
        for (int number : new int[] {1, 4}) {
            Trial trial = trial(number);
            EarlierTrial earlier = EarlierTrial.of(trial.configuration(), trial.repeat(), sweep.seed())
                    .orElseThrow();
            directory
                    .trials()
                    .keep(failed(
                            new Trial(number, earlier.id(), trial.configuration(), trial.repeat(), trial.seed()),
                            FailureReason.TIMED_OUT));
        }

        assertThat(numbers(openTrials(List.of()).find())).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(err.toString())
                .contains("2 outcomes in " + directory.label() + " were made by an earlier version of Nightsweep, under"
                        + " other formulas (adam): their trials are trained anew.");
    }

    private Path outcomeFile(Trial trial) {
        String id = trial.id().text();
        return folder.resolve("journal/" + id.substring(2, 4) + "/" + id + ".json");
    }

    private Trial trial(int number) {
        return sweep.trials().get(number - 1);
    }

    private OpenTrials openTrials(List<FailureReason> again) throws Exception {
        Plan plan = Plan.of(sweep, dataset -> new DatasetFacts(2, 2, 50, 0, 50, List.of(2)));
        RunRequest request = new RunRequest(
                SWEEP,
                plan,
                folder.toString(),
                new Master("local[1]"),
                Optional.empty(),
                Duration.ofSeconds(1),
                Limits.USUAL,
                again,
                SaveModels.BEST,
                new Configuration());
        Console console = new Console(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
        return new OpenTrials(request, directory, Map.of(), new Progress(plan), console);
    }

    private static TrialOutcome failed(Trial trial, FailureReason reason) {
        return new TrialOutcome.Failed(
                trial.id(),
                reason,
                "It ended.",
                "",
                List.of(),
                new Provenance("1", 7, trial.seed(), "sum", "fused", "jvm", "os", "cpu", "blas", "d", "s", "h"),
                new Timing("node-1", 1_700_000_000_000L, 900, 50, 1_000, 5));
    }
}
