package nightsweep.driver.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.Nightsweep;
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
                        "read the sweep file", "plan", "resume", "status", "tables", "tables", "tables", "page");
        // Each outcome once and the sweep file; each folder of outcomes once, what is told of, and the journal itself.
        assertThat(lines.get(3)).contains(" 201 opened, " + (JOURNAL_FOLDERS + 6) + " listed; ");
    }
}
