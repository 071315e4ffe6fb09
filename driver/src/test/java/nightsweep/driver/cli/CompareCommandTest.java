package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void tellsPeople() {
        assertThat(desk.execute("compare", "runs/a", "runs/b")).isZero();

        assertThat(desk.out()).isEqualTo("First:  file://" + folder + """
                /runs/a
                Second: file://""" + folder + """
                /runs/b
                They differ:
                training.epochs: 5 in the first, 10 in the second

                Both
                first  difference  p
                -----  ----------  -
                    1     +0.2500
                Of one configuration, 1 is better.
                A note.
                """);
    }

    @Test
    void tellsPrograms() {
        assertThat(desk.execute("compare", "runs/a", "runs/b", "--json")).isZero();

        assertThat(desk.out())
                .contains("\"key\" : \"training.epochs\"", "\"difference\" : 0.25", "\"p\" : null", "\"A note.\"");
    }

    @Test
    void leavesThePageInTheSecondRun() throws IOException {
        assertThat(desk.execute("compare", "runs/a", "runs/b")).isZero();

        assertThat(folder.resolve("runs/b/compare.html")).hasContent("the page");
        assertThat(desk.err()).isEqualTo("Page: " + folder + "/runs/b/compare.html\n");
    }

    @Test
    void leavesThePageWhereItIsTold() throws IOException {
        assertThat(desk.execute("compare", "runs/a", "runs/b", "--json", "--html", "pages/ab.html"))
                .isZero();

        assertThat(folder.resolve("pages/ab.html")).hasContent("the page");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void leavesNoPageForPrograms() {
        assertThat(desk.execute("compare", "runs/a", "runs/b", "--json")).isZero();

        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void failsOnlyForAPageThatWasAskedFor() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file where a folder should be");

        assertThat(desk.execute("compare", "runs/a", "runs/b")).isZero();
        assertThat(desk.err()).startsWith("warning: Cannot write the page to " + folder + "/runs/b/compare.html: ");
        assertThat(desk.execute("compare", "runs/a", "runs/b", "--html", "runs/x.html"))
                .isEqualTo(ExitCode.BAD_RUN_DIRECTORY.number());
        assertThat(desk.err()).startsWith("nightsweep: Cannot write the page to " + folder + "/runs/x.html: ");
    }

    @Test
    void needsTwoRuns() {
        assertThat(desk.execute("compare", "runs/a")).isEqualTo(ExitCode.USAGE.number());
    }
}
