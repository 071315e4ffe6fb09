package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.console.Screen;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What pages tell people to type is understood, and what they point to is there. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(#[^)\\s]+)?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** Of jars of their own, which these tests have not. */
    private static final Set<String> OTHERS = Set.of("benchmark");

    static Stream<DocPage> pages() {
        return DocPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsCommandsThatAreUnderstood(DocPage page) {
        assertThat(page.commands().stream().flatMap(PagesTest::problem)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsSweepsThatCanBeRead(DocPage page) {
        for (String sweep : page.sweeps()) {
            assertThatCode(() -> SweepFile.parse(sweep, page.place())).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pointsToWhatThereIs(DocPage page) {
        Path place = DocPage.ROOT.resolve(page.place());
        List<String> lost = new ArrayList<>();
        for (MatchResult link : LINK.matcher(page.text()).results().toList()) {
            Path target = link.group(1).isEmpty() ? place : place.resolveSibling(link.group(1));
            String anchor = link.group(2);
            if (!Files.exists(target)) {
                lost.add(link.group());
            } else if (anchor != null && target.toString().endsWith(".md")) {
                String there = DocPage.ROOT.relativize(target.normalize()).toString();
                if (!anchors(DocPage.at(there)).contains(anchor.substring(1))) {
                    lost.add(link.group());
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void findsWhatIsToBeTyped() {
        List<List<String>> commands = DocPage.at("README.md").commands();

        assertThat(commands).contains(List.of("run", "quickstart"));
        assertThat(pages().mapToInt(page -> page.commands().size()).sum()).isGreaterThan(80);
    }

    @Test
    void keepsTheFirstPageShort() throws Exception {
        assertThat(Files.readAllLines(DocPage.ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(90);
    }

    private static Stream<String> problem(List<String> words) {
        if (OTHERS.contains(words.get(0))) {
            return Stream.empty();
        }
        try {
            commandLine().parseArgs(words.toArray(String[]::new));
        } catch (CommandLine.MissingParameterException e) {
            // A sentence may name a command without what it is given.
            return Stream.empty();
        } catch (CommandLine.ParameterException e) {
            return Stream.of(words + ": " + e.getMessage());
        }
        return Stream.empty();
    }

    /** As the usual forges name headings. */
    private static Set<String> anchors(DocPage page) {
        return HEADING.matcher(page.text())
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static CommandLine commandLine() {
        ProcessEnvironment environment = new ProcessEnvironment(Map.of(), Map.of(), Path.of(""), Clock.systemUTC(), 2);
        Screen screen = new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Nightsweep.commandLine(new Console(nowhere, nowhere, screen), environment, () -> {
            throw new IllegalStateException("Nothing is carried out.");
        });
    }
}
