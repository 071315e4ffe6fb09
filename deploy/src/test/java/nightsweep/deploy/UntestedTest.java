package nightsweep.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntestedTest {
    @TempDir
    private Path root;

    @Test
    void tellsWhatWasSkippedByItsReason() throws IOException {
        report("one", "surefire-reports", "a.OneTest", "<skipped message='Assumption failed: No data &lt;here&gt;.'/>");
        report("one", "failsafe-reports", "a.OneIT", "");
        report("two", "failsafe-reports", "b.TwoIT", "<skipped message='No data &lt;here&gt;.'/>");
        report("two/part", "failsafe-reports", "b.ThreeIT", "<skipped/>");

        assertThat(told())
                .containsExactly(
                        "Not tested here: 3 of 4 tests.",
                        "  No data <here>. (OneTest, TwoIT)",
                        "  No reason was given. (ThreeIT)");
    }

    @Test
    void saysThatNothingWasSkipped() throws IOException {
        report("one", "surefire-reports", "a.OneTest", "<failure message='no'/>");

        assertThat(told()).containsExactly("Nothing was skipped of 1 tests.");
    }

    private void report(String module, String folder, String test, String inside) throws IOException {
        Path reports =
                Files.createDirectories(root.resolve(module).resolve("target").resolve(folder));
        Files.writeString(
                reports.resolve("TEST-" + test + ".xml"),
                "<testsuite><testcase classname='%s' name='x'>%s</testcase></testsuite>".formatted(test, inside));
    }

    private Iterable<String> told() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Untested.of(root).print(new PrintStream(told, true, StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
