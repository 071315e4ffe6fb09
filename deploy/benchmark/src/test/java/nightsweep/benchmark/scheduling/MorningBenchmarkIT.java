package nightsweep.benchmark.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Test;

class MorningBenchmarkIT {
    private static final int JOURNAL_FOLDERS = 256;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsOfEachLookHowOftenItTurnedToTheFileSystem() {
        int code = Nightsweep.execute(
                new String[] {"benchmark", "morning", "--trials", "200"},
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                SweepRuns::new);

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        List<String> lines = out.toString().lines().toList();
        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "sweep file read",
                        "trials listed",
                        "status",
                        "tables",
                        "tables",
                        "tables",
                        "page",
                        "plan",
                        "resume");
        // Whether the run is a directory is looked at once. The journal is listed once for tables and page, and each
        // outcome is
        // read once, but the best twice.
        assertThat(lines.get(3)).contains(" 202 opened, ").contains(" listed, 1 looked at; ");
        assertThat(lines.get(6)).doesNotContain(" " + JOURNAL_FOLDERS);
        // Each outcome once and the sweep file; each folder of outcomes once, what is told of, and the journal itself.
        assertThat(lines.get(2)).contains(" 201 opened, " + (JOURNAL_FOLDERS + 6) + " listed, 1 looked at; ");
    }
}
