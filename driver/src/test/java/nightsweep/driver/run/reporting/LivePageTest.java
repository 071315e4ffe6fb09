package nightsweep.driver.run.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.report.Pace;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePageTest {
    private static final Duration SOON = Duration.ofMillis(10);
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

    private final StringWriter err = new StringWriter();
    private final Console console = new Console(
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));

    @Test
    void isRenewedAsTrialsEnd() throws Exception {
        Sweep sweep = SweepFile.parse(TEXT, "pages.yaml");
        RunDirectory run = directory();
        List<Trial> trials = sweep.trials();
        run.trials().keep(outcome(trials.get(0)));

        try (LivePage page =
                LivePage.start(run, () -> sweep, TEXT, trials.subList(0, 1), LivePageTest::pace, SOON, console)) {
            awaitPage("\"notRun\":2");
            assertThat(report()).content().contains("on 16 slots, about 1 h 12 min left");
            run.trials().keep(outcome(trials.get(1)));
            page.ended(trials.get(1));
            awaitPage("\"notRun\":1");
        }

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesNothingOnceClosed() throws Exception {
        Sweep sweep = SweepFile.parse(TEXT, "pages.yaml");
        LivePage page = LivePage.start(directory(), () -> sweep, TEXT, List.of(), LivePageTest::pace, SOON, console);
        awaitPage("\"notRun\":3");

        page.close();
        Files.delete(report());
        Thread.sleep(100);

        assertThat(report()).doesNotExist();
    }

    @Test
    void warnsOnceWhereItCannotBeWritten() throws Exception {
        Sweep sweep = SweepFile.parse(TEXT, "pages.yaml");
        Files.createDirectories(report().resolve("in-the-way"));

        try (LivePage page =
                LivePage.start(directory(), () -> sweep, TEXT, List.of(), LivePageTest::pace, SOON, console)) {
            for (int i = 0; i < 200 && err.toString().isEmpty(); i++) {
                Thread.sleep(25);
            }
            Thread.sleep(300);
        }

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("warning: report.html could not be renewed: ");
    }

    private static Optional<Pace> pace() {
        return Optional.of(new Pace(16, OptionalLong.of(Duration.ofMinutes(72).toMillis())));
    }

    private RunDirectory directory() throws Exception {
        return RunDirectory.at(folder.resolve("run").toUri().toString(), new Configuration());
    }

    private Path report() {
        return folder.resolve("run/report.html");
    }

    private void awaitPage(String text) throws IOException, InterruptedException {
        for (int i = 0;
                i < 400
                        && !(Files.exists(report())
                                && Files.readString(report()).contains(text));
                i++) {
            Thread.sleep(25);
        }
        assertThat(report()).content().contains(text);
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
