package nightsweep.driver.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nightsweep.driver.application.RunProgress;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
    void drawsTheBlockOverTheLastOneInATerminal() {
        Console console = console(Screen.Kind.TERMINAL, 80, StandardCharsets.UTF_8);

        console.progress(status(3, 2));
        console.progress(status(9, 0));
        console.progressEnded();

        assertThat(err)
                .hasToString("\r" + "█".repeat(10) + "░".repeat(20) + " 3/9\n3 completed · 2 running · 4 waiting"
                        + "\r\u001b[1A\u001b[J" + "█".repeat(30) + " 9/9\n9 completed · 0 running · 0 waiting\n");
    }

    @Test
    void keepsTheBlockOutOfTheWayOfMessages() {
        Console console = console(Screen.Kind.TERMINAL, 80, StandardCharsets.UTF_8);

        console.progress(status(0, 0));
        console.note("hello");
        console.note("again");
        console.progressEnded();

        assertThat(err.toString()).endsWith("0 completed · 0 running · 9 waiting\r\u001b[1A\u001b[Jhello\nagain\n");
    }

    @Test
    void keepsTheBlockWithinTheWidth() {
        Console console = console(Screen.Kind.TERMINAL, 12, StandardCharsets.UTF_8);

        console.progress(status(1, 7));

        assertThat(err).hasToString("\r" + "█".repeat(3) + "░".repeat(8) + "\n1 completed");
    }

    @Test
    void tellsWhatEachSlotTrains() {
        Console console = console(Screen.Kind.TERMINAL, 60, StandardCharsets.UTF_8);
        TrialId id = new TrialId("t-3fa2c47d0b11");

        console.progress(new RunProgress(
                5,
                20,
                1,
                0,
                1,
                2,
                Optional.of(new RunProgress.Best("accuracy", 0.9712, id)),
                OptionalLong.of(4_300_000),
                List.of(
                        new RunProgress.Slot("relu adam", id, 3, 15, 0.4126),
                        new RunProgress.Slot("tanh \u001b[2Jrmsprop", id, 1, 15, Double.NaN))));

        assertThat(err.toString().split("\n"))
                .containsExactly(
                        "\r" + "█".repeat(7) + "░".repeat(23) + " 5/20 · 1 h 12 min left",
                        "3 completed · 1 failed · 1 diverged · 2 running · 13 waiting".substring(0, 59),
                        "best accuracy 0.971 (t-3fa2…)",
                        "  t-3fa2… relu adam         epoch 3/15  loss 0.413",
                        "  t-3fa2… tanh  [2Jrmsprop  epoch 1/15");
    }

    @Test
    void tellsOfNoMoreThanEightSlots() {
        Console console = console(Screen.Kind.TERMINAL, 80, StandardCharsets.UTF_8);
        RunProgress.Slot slot = new RunProgress.Slot("relu", new TrialId("t-3fa2c47d0b11"), 1, 2, Double.NaN);

        console.progress(new RunProgress(
                0, 20, 0, 0, 0, 11, Optional.empty(), OptionalLong.empty(), Collections.nCopies(11, slot)));

        assertThat(err.toString().split("\n")).hasSize(2 + 8 + 1).endsWith("  and 3 more");
    }

    @Test
    void coloursWhereTheTerminalDoes() {
        Screen screen = new Screen(Screen.Kind.TERMINAL, 80, StandardCharsets.UTF_8, Screen.Colours.ANSI);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), screen);

        console.progress(new RunProgress(1, 3, 1, 0, 0, 0, Optional.empty(), OptionalLong.empty(), List.of()));
        console.progressEnded();
        console.warn("doubtful");

        assertThat(err.toString())
                .contains("\u001b[32m" + "█".repeat(10) + "\u001b[0m", "\u001b[31m\u001b[1m1 failed\u001b[0m")
                .endsWith("\u001b[33mwarning:\u001b[0m doubtful\n");
    }

    static Stream<Arguments> colours() {
        return Stream.of(
                Arguments.of(Map.of(), Screen.Kind.TERMINAL, Screen.Colours.ANSI),
                Arguments.of(Map.of(), Screen.Kind.LINES, Screen.Colours.NONE),
                Arguments.of(Map.of("NO_COLOR", "1"), Screen.Kind.TERMINAL, Screen.Colours.NONE),
                Arguments.of(Map.of("NO_COLOR", ""), Screen.Kind.TERMINAL, Screen.Colours.ANSI),
                Arguments.of(Map.of("CLICOLOR", "0"), Screen.Kind.TERMINAL, Screen.Colours.NONE),
                Arguments.of(Map.of("CLICOLOR", "1"), Screen.Kind.LINES, Screen.Colours.NONE),
                Arguments.of(Map.of("CLICOLOR_FORCE", "1"), Screen.Kind.LINES, Screen.Colours.ANSI),
                Arguments.of(Map.of("CLICOLOR_FORCE", "0"), Screen.Kind.LINES, Screen.Colours.NONE),
                Arguments.of(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), Screen.Kind.LINES, Screen.Colours.NONE),
                Arguments.of(Map.of("TERM", "dumb"), Screen.Kind.TERMINAL, Screen.Colours.NONE));
    }

    @ParameterizedTest
    @MethodSource("colours")
    void respectsWhatTheEnvironmentSaysOfColours(
            Map<String, String> variables, Screen.Kind kind, Screen.Colours expected) {
        assertThat(Screen.of(variables, kind, StandardCharsets.UTF_8).colours()).isEqualTo(expected);
    }

    @Test
    void writesNoEscapesIntoAPipe() {
        Console console = console(Screen.Kind.LINES, 80, StandardCharsets.UTF_8);

        console.progress(status(1, 7));
        console.note("a note");
        console.warn("doubtful");
        console.fail("wrong");
        console.say("a table");
        console.progressEnded();

        assertThat(err.toString() + out).doesNotContain("\u001b", "\r");
    }

    @Test
    void writesStatusInLinesElsewhere() {
        Console console = console(Screen.Kind.LINES, 12, StandardCharsets.UTF_8);

        console.progress(status(1, 7));
        console.progress(status(2, 0));
        console.progressEnded();

        assertThat(err).hasToString("1/9 done · 7 running\n2/9 done\n");
    }

    @Test
    void staysLegibleInAscii() {
        Console console = console(Screen.Kind.LINES, 80, StandardCharsets.US_ASCII);

        console.progress(status(1, 7));
        console.say("t-3fa2…");

        assertThat(err).hasToString("1/9 done | 7 running\n");
        assertThat(out).hasToString("t-3fa2...\n");
    }

    @Test
    void writesOverLinesOnlyWhereTheTerminalCan() {
        Charset utf8 = StandardCharsets.UTF_8;

        assertThat(Screen.of(Map.of("TERM", "xterm"), Screen.Kind.TERMINAL, utf8))
                .isEqualTo(new Screen(Screen.Kind.TERMINAL, 80, utf8, Screen.Colours.ANSI));
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

    private static RunProgress status(int done, int running) {
        return new RunProgress(done, 9, 0, 0, 0, running, Optional.empty(), OptionalLong.empty(), List.of());
    }
}
