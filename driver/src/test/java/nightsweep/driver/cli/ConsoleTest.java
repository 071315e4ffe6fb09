package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void keepsResultsApartFromMessages() {
        Console console = console(Screen.Kind.LINES, 80, StandardCharsets.UTF_8);

        console.say("a table");
        console.note("going on");
        console.warn("doubtful");
        console.fail("no such file");

        assertThat(out).hasToString("a table\n");
        assertThat(err).hasToString("going on\nwarning: doubtful\nnightsweep: no such file\n");
    }

    @Test
    void writesStatusOverTheLastOneInATerminal() {
        Console console = console(Screen.Kind.TERMINAL, 80, StandardCharsets.UTF_8);

        console.status(status(1, 7));
        console.status(status(2, 0));
        console.endStatus();

        assertThat(err).hasToString("\r1/9 done · 7 running\r2/9 done            \n");
    }

    @Test
    void keepsStatusOutOfTheWayOfMessages() {
        Console console = console(Screen.Kind.TERMINAL, 80, StandardCharsets.UTF_8);

        console.status(status(1, 0));
        console.note("hello");
        console.note("again");
        console.endStatus();

        assertThat(err).hasToString("\r1/9 done\r        \rhello\nagain\n");
    }

    @Test
    void keepsStatusWithinTheWidth() {
        Console console = console(Screen.Kind.TERMINAL, 12, StandardCharsets.UTF_8);

        console.status(status(1, 7));

        assertThat(err).hasToString("\r1/9 done · ");
    }

    @Test
    void writesStatusInLinesElsewhere() {
        Console console = console(Screen.Kind.LINES, 12, StandardCharsets.UTF_8);

        console.status(status(1, 7));
        console.status(status(2, 0));
        console.endStatus();

        assertThat(err).hasToString("1/9 done · 7 running\n2/9 done\n");
    }

    @Test
    void staysLegibleInAscii() {
        Console console = console(Screen.Kind.LINES, 80, StandardCharsets.US_ASCII);

        console.status(status(1, 7));
        console.say("t-3fa2…");

        assertThat(err).hasToString("1/9 done | 7 running\n");
        assertThat(out).hasToString("t-3fa2...\n");
    }

    @Test
    void writesOverLinesOnlyWhereTheTerminalCan() {
        Charset utf8 = StandardCharsets.UTF_8;

        assertThat(Screen.of(Map.of("TERM", "xterm"), Screen.Kind.TERMINAL, utf8))
                .isEqualTo(new Screen(Screen.Kind.TERMINAL, 80, utf8));
        assertThat(Screen.of(Map.of("TERM", "dumb"), Screen.Kind.TERMINAL, utf8).kind())
                .isEqualTo(Screen.Kind.LINES);
        assertThat(Screen.of(Map.of("COLUMNS", "132"), Screen.Kind.LINES, utf8))
                .isEqualTo(new Screen(Screen.Kind.LINES, 132, utf8));
        assertThat(Screen.of(Map.of("COLUMNS", "wide"), Screen.Kind.LINES, utf8).width())
                .isEqualTo(80);
    }

    private Console console(Screen.Kind kind, int width, Charset charset) {
        return new Console(new PrintWriter(out), new PrintWriter(err), new Screen(kind, width, charset));
    }

    private static StatusLine status(int done, int running) {
        return new StatusLine(done, 9, 0, 0, running, Optional.empty(), OptionalLong.empty());
    }
}
