package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableFileTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", "it is empty."),
                arguments("# only a comment\n", "it is empty."),
                arguments("- a\n- b\n", "a sweep must be a mapping of keys to values, but got a list."),
                arguments("hello\n", "a sweep must be a mapping of keys to values, but got \"hello\"."),
                arguments(
                        "name: x\n\tdataset: digits\n",
                        "line 2: it is not YAML: found character '\\t(TAB)' that cannot start any token."
                                + " (Do not use \\t(TAB) for indentation)."),
                arguments("name: [a, b\n", "line 2: it is not YAML: expected ',' or ']', but got <stream end>."),
                arguments("name: \"x\n", "line 2: it is not YAML: found unexpected end of stream."),
                arguments("a: b\n---\nc: d\n", "line 2: it is not YAML: but found another document."),
                arguments("a: b\nc: \u0001\u0002\n", "line 2: it is not text: it has the character U+1."),
                arguments("\uFFFD\u0000PNG", "line 1: it is not text: it has the character U+0."),
                arguments("a: *b\n", "line 1: it is not YAML: found undefined alias b."),
                arguments("%YAML 99999999999.1\n---\na: b\n", "it is not YAML: For input string: \"99999999999\"."),
                arguments(
                        "a: !!java.net.URL [b]\n",
                        "line 1: it is not YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL."),
                arguments("[".repeat(5000), "it is not YAML: Nesting Depth exceeded max 40."),
                arguments(
                        "name: " + "x".repeat(1 << 20),
                        "it is too large: at most 1,048,576 characters are read, but it has 1,048,582."),
                arguments(
                        "name: \"" + "x".repeat(5 << 20) + "\"",
                        "it is too large: at most 1,048,576 characters are read, but it has 5,242,888."),
                arguments(
                        "a: b # " + " ".repeat(5 << 20),
                        "it is too large: at most 1,048,576 characters are read, but it has 5,242,887."));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isRefusedWithoutReadingOn(String text, String problem) {
        assertThat(SweepText.problemsOf(text)).containsExactly(problem);
    }

    @Test
    void refusesAliasesThatGrowWithoutEnd() {
        String bomb = "a: &a [x]\n"
                + IntStream.range('b', 'k')
                        .mapToObj(c -> "%c: &%c [%s]\n"
                                .formatted(
                                        c,
                                        c,
                                        Stream.generate(() -> "*" + (char) (c - 1))
                                                .limit(9)
                                                .collect(Collectors.joining(","))))
                        .collect(Collectors.joining());

        assertThat(SweepText.problemsOf(bomb))
                .contains("it is too large: its aliases (*) repeat too much, or contain themselves.");
    }

    @Test
    void refusesAliasesThatContainThemselves() {
        assertThat(SweepText.usual().and("description: &a [*a]\n").problems())
                .contains("it is too large: its aliases (*) repeat too much, or contain themselves.");
    }

    @Test
    void refusesTagsAndKeysThatAreNoText() {
        assertThat(SweepText.usual()
                        .and("? [a, b]\n: c\ndescription: !mine d\n")
                        .problems())
                .containsExactly(
                        "line 5: a key must be a text, but got a list or a mapping.",
                        "line 7, description: tags such as !mine have no meaning here.");
    }
}
