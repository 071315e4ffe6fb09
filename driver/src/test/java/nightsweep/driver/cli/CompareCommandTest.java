package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        assertThat(desk.execute("compare", "runs/a", "hdfs://b/c")).isZero();

        assertThat(desk.out()).isEqualTo("First:  file://" + folder + """
                /runs/a
                Second: hdfs://b/c
                Their sweep files differ:
                training.epochs: 5 in the first, 10 in the second

                Both
                first  difference  p
                -----  ----------  -
                    1     +0.2500
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
    void needsTwoRuns() {
        assertThat(desk.execute("compare", "runs/a")).isEqualTo(ExitCode.USAGE.number());
    }
}
