package nightsweep.driver.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.json.RunStatus;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.DriverSlots;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReaderTest {
    private static final String TEXT = """
            name: status
            dataset: {name: xor, train: 100, test: 100}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 10, batch-size: 10, optimizer: sgd, learning-rate: $rate}
            grid: {rate: [0.1, 0.2, 0.3, 0.4]}
            repeats: 2
            """;

    @TempDir
    private Path folder;

    private final Console console = new Console(
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(new StringWriter(), true),
            new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
    private List<Trial> trials;
    private RunDirectory directory;
    private Lease lease;

    @BeforeEach
    void begin() throws Exception {
        Sweep sweep = SweepFile.parse(TEXT, "status.yaml");
        trials = sweep.trials();
        directory = RunDirectory.at(folder.toUri().toString(), new Configuration());
        lease = directory.lease(told -> {});
        directory.claim(TEXT, sweep);
    }

    @AfterEach
    void end() {
        lease.close();
    }

    private RunStatus status() throws Exception {
        return StatusReader.read(directory, console);
    }

    private void tell(int number, int secondsAgo) throws IOException {
        Trial trial = trials.get(number - 1);
        directory.trials().tell(new RunningTrial(trial.id(), 1, "node7", 1, 10, 0, 0));
        Path file = folder.resolve("running/" + trial.id().text() + ".json");
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - secondsAgo * 1_000L));
    }

    private void keep(int number, double right) throws IOException {
        long hits = Math.round(100 * right);
        Evaluation test = new Evaluation(0.5, ConfusionMatrix.of(List.of("a", "b"), new long[][] {
            {hits, 100 - hits}, {100 - hits, hits}
        }));
        directory
                .trials()
                .keep(new TrialOutcome.Completed(
                        trials.get(number - 1).id(),
                        10,
                        List.of(new EpochMetrics(1, 1, 0.5, Double.NaN, Double.NaN)),
                        Optional.empty(),
                        test,
                        Optional.empty(),
                        new Provenance(
                                "1", 42, 1, "sum", "fake", "jvm", "os", "cpu", "blas", "dl4j", "spark", "hadoop"),
                        new Timing("node7", 0, 60_000, 0, 60_000, 0)));
    }

    @Test
    void neverSaysThatMoreRunThanThereAreSlots() throws Exception {
        tell(2, 20);
        tell(3, 1);
        tell(5, 3);
        directory.tellSlots(new DriverSlots(lease.token(), 2));

        RunStatus status = status();

        assertThat(status.slots()).isEqualTo(OptionalInt.of(2));
        assertThat(status.running())
                .extracting(RunningTrial::id)
                .containsExactly(trials.get(2).id(), trials.get(4).id());
        assertThat(status.counts()).isEqualTo(new RunStatus.Counts(8, 0, 0, 0, 2, 6));
    }

    @Test
    void countsTimeLeftOnTheSlotsThatThereAre() throws Exception {
        keep(1, 0.9);
        directory.tellSlots(new DriverSlots(lease.token(), 7));
        assertThat(status().leftMillis()).isEqualTo(OptionalLong.of(60_000));

        directory.tellSlots(new DriverSlots(lease.token(), 0));

        assertThat(status().leftMillis()).isEmpty();
        assertThat(status().slots()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void saysWhatTheDriverAtWorkSaysIsLeft() throws Exception {
        keep(1, 0.9);
        int[] slots = {2};
        try (ToldSlots told =
                ToldSlots.start(directory, lease.token(), () -> slots[0], () -> OptionalLong.of(4_711), 10)) {
            await(OptionalInt.of(2));

            assertThat(status().leftMillis()).isEqualTo(OptionalLong.of(4_711));

            slots[0] = 0;
            await(OptionalInt.of(0));
            assertThat(status().leftMillis()).isEmpty();
        }
    }

    @Test
    void knowsOnlyOfSlotsOfTheDriverAtWork() throws Exception {
        tell(2, 1);
        directory.tellSlots(new DriverSlots("of another", 0));

        assertThat(status().slots()).isEmpty();
        assertThat(status().running()).hasSize(1);

        directory.tellSlots(new DriverSlots(lease.token(), 4));
        lease.close();

        assertThat(status().slots()).isEmpty();
    }

    @Test
    void namesTheBestConfigurationBeforeTheBestTrial() throws Exception {
        keep(1, 0.99);
        keep(2, 0.60);
        keep(3, 0.90);
        keep(4, 0.92);

        assertThat(status().best().orElseThrow().id()).isEqualTo(trials.get(3).id());
        assertThat(status().best().orElseThrow().value()).isEqualTo(0.92);
    }

    @Test
    void isToldOfSlotsAsTheyComeAndGo() throws Exception {
        int[] now = {3};
        try (ToldSlots told = ToldSlots.start(directory, lease.token(), () -> now[0], OptionalLong::empty, 10)) {
            await(OptionalInt.of(3));
            now[0] = 5;
            await(OptionalInt.of(5));
        }

        assertThat(status().slots()).isEmpty();
        assertThat(folder.resolve("slots.json")).doesNotExist();
    }

    private void await(OptionalInt slots) throws Exception {
        for (int i = 0; i < 400 && !status().slots().equals(slots); i++) {
            Thread.sleep(25);
        }
        assertThat(status().slots()).isEqualTo(slots);
    }
}
