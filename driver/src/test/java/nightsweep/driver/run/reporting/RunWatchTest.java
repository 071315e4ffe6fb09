package nightsweep.driver.run.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.WatchedRun.Look;
import nightsweep.driver.journal.Lease;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.DriverSlots;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {
    private static final String TEXT = """
            name: pages
            dataset: {name: xor, train: 100, test: 100}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1}
            repeats: 3
            """;

    @TempDir
    private Path folder;

    private RunDirectory directory;
    private List<Trial> trials;
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @BeforeEach
    void begin() throws Exception {
        Sweep sweep = SweepFile.parse(TEXT, "pages.yaml");
        trials = sweep.trials();
        directory = RunDirectory.at(folder.resolve("run").toUri().toString(), new Configuration());
        directory.claim(TEXT, sweep);
    }

    @Test
    void makesThePageAnewWhenATrialHasEndedAndWritesNothing() throws Exception {
        try (Lease lease = directory.lease(told -> {})) {
            directory.tellSlots(new DriverSlots(lease.token(), 16, OptionalLong.of(4_320_000)));
            RunWatch watch = watch();

            Look first = watch.look();
            assertThat(first.underWay()).isTrue();
            assertThat(page(first))
                    .contains(
                            "\"notRun\":3",
                            "on 16 slots, about 1 h 12 min left",
                            "\"watched\":true",
                            "connect-src 'self'");
            assertThat(first.page().orElseThrow().version()).isEqualTo("2026-01-02T03:04:05Z");
            assertThat(watch.look().page()).isEmpty();

            directory.trials().keep(outcome(trials.get(0)));
            now = now.plusSeconds(5);
            assertThat(page(watch.look())).contains("\"notRun\":2");
            assertThat(watch.look().page()).isEmpty();

            now = now.plusSeconds(61);
            assertThat(page(watch.look())).as("told anew after a minute").contains("\"notRun\":2");
            assertThat(folder.resolve("run/report.html")).doesNotExist();
        }
    }

    @Test
    void countsATrialAgainThatIsRunAgain() throws Exception {
        try (Lease lease = directory.lease(told -> {})) {
            RunWatch watch = watch();
            directory.trials().keep(outcome(trials.get(0)));
            assertThat(page(watch.look())).contains("\"failed\":1");

            directory.trials().drop(trials.get(0).id());

            assertThat(page(watch.look())).contains("\"failed\":0", "\"notRun\":3");
            assertThat(lease.token()).isNotEmpty();
        }
    }

    @Test
    void showsThePageThatTheDriverLeft() throws Exception {
        RunWatch watch = watch();
        try (Lease lease = directory.lease(told -> {})) {
            assertThat(watch.look().underWay()).isTrue();
            directory.write("report.html", "<p>all of it");
            assertThat(lease.token()).isNotEmpty();
        }

        Look last = watch.look();

        assertThat(last.underWay()).isFalse();
        assertThat(page(last)).isEqualTo("<p>all of it");
        assertThat(watch.look().page()).isEmpty();
    }

    @Test
    void makesThePageThatADriverDidNotLeave() throws Exception {
        directory.trials().keep(outcome(trials.get(0)));
        RunWatch watch = watch();

        Look look = watch.look();

        assertThat(look.underWay()).isFalse();
        assertThat(page(look)).contains("\"notRun\":2");
        assertThat(watch.look().page()).isEmpty();
    }

    @Test
    void saysThatThereIsNoRun() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        RunDirectory none = RunDirectory.at(empty.toUri().toString(), new Configuration());

        assertThatThrownBy(() -> new RunWatch(none, () -> now, Listener.NONE).look())
                .isInstanceOf(RunFailure.class)
                .hasMessageStartingWith("There is no run at ");
    }

    private RunWatch watch() {
        return new RunWatch(directory, () -> now, Listener.NONE);
    }

    private static String page(Look look) {
        return new String(look.page().orElseThrow().html(), StandardCharsets.UTF_8);
    }

    private static TrialOutcome outcome(Trial trial) {
        return new TrialOutcome.Failed(
                trial.id(),
                FailureReason.TIMED_OUT,
                "it took too long",
                "",
                List.of(),
                new Provenance("0.1", 1, trial.seed(), "", "fused", "", "", "", "", "", "", ""),
                new Timing("node7", 0, 0, 0, 0, 0));
    }
}
