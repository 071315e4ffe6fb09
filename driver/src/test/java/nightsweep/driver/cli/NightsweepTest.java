package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightsweepTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void reportsInTheFormatsAskedFor() {
        assertThat(desk.execute("report", "runs/a", "--format", "latex", "--format", "markdown"))
                .isZero();
        assertThat(desk.err()).isEqualTo("as latex\nas markdown\n");
        assertThat(desk.execute("report", "runs/a", "--format", "word")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("must be csv, markdown, latex or mlflow, but got word.");
    }

    @Test
    void reportsARun() {
        assertThat(desk.execute("report", "runs/a")).isZero();

        assertThat(desk.runs.reported).containsExactly("file://" + folder + "/runs/a");
        assertThat(desk.out()).startsWith("planes: 3 planned = 0 completed + 0 diverged + 0 failed + 3 not run\n");
    }

    @Test
    void endsOtherwiseWhereAnOutcomeIsDamaged() throws Exception {
        desk.runs.damaged = SweepFile.parse(Desk.SWEEP, "planes.yaml").trials().subList(0, 1);

        assertThat(desk.execute("report", "runs/a")).isEqualTo(ExitCode.INCOMPLETE.number());
    }

    @Test
    void tellsDefectsWithTheirStackTrace() {
        desk.runs.defect = new IllegalStateException("Nobody foresaw this.");

        assertThat(desk.execute("run", "planes.yaml")).isEqualTo(1);

        assertThat(desk.err())
                .contains("nightsweep: This is a defect of Nightsweep; please report it with what follows.\n"
                        + "java.lang.IllegalStateException: Nobody foresaw this.\n\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "report"})
    void asksForWhatIsMissing(String command) {
        assertThat(desk.execute(command)).isEqualTo(2);

        assertThat(desk.err())
                .startsWith("nightsweep: Missing required parameter: ")
                .endsWith("\nTry: nightsweep " + command + " --help\n");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(desk.execute("plan", "planes.yaml", "--datta", "x")).isEqualTo(2);
        assertThat(desk.err()).startsWith("nightsweep: Unknown option").contains("--data");
        assertThat(desk.execute("rum")).isEqualTo(2);
        assertThat(desk.err()).contains("nightsweep: Unmatched argument").contains("nightsweep run");
        assertThat(desk.execute("run", "planes.yaml", "--status-interval", "0")).isEqualTo(2);
        assertThat(desk.err())
                .contains(
                        "nightsweep: --status-interval must be 1 second or more, but got 0.\nTry: nightsweep run --help\n");
    }

    @Test
    void explainsItself() {
        assertThat(desk.execute("--help")).isZero();
        assertThat(desk.out())
                .contains("Usage: nightsweep ", "  run ", "  plan ", "  report ", "  catalog ", "  help ")
                .contains("Exit codes:", "  6    interrupted; the same command goes on where it stopped");
        assertThat(desk.execute("help", "run")).isZero();
        assertThat(desk.out()).contains("Usage: nightsweep run ", "--status-interval=SECONDS");
        assertThat(desk.execute("--version")).isZero();
        assertThat(desk.out()).contains("nightsweep (not packaged)");
    }

    @Test
    void writesAShellsCompletion() {
        int code = desk.execute("generate-completion");

        assertThat(code).isZero();
        assertThat(desk.out()).contains("_complete_nightsweep", "--save-models", "generate-completion", "doctor");
    }

    @Test
    void explainsItselfWhereNothingIsAsked() {
        assertThat(desk.execute()).isEqualTo(2);

        assertThat(desk.err()).contains("Usage: nightsweep ");
    }
}
