package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.run.SweepRuns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that lead somewhere, walked word for word in an empty folder. */
@Tag("drill")
class PagesIT {
    @TempDir
    private Path folder;

    private String said = "";

    @Test
    void leadsFromATableToAnswersOvernight() throws IOException {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>(List.of("id,length,width,colour,kind"));
        for (int i = 0; i < 60; i++) {
            int kind = i % 3;
            rows.add(String.format(
                    Locale.ROOT,
                    "%d,%.2f,%.2f,%s,%s",
                    i + 1,
                    4 + 2 * kind + random.nextGaussian() / 3,
                    3 - kind + random.nextGaussian() / 3,
                    random.nextBoolean() ? "red" : "green",
                    List.of("oak", "ash", "elm").get(kind)));
        }
        Files.write(folder.resolve("my.csv"), rows);
        Files.write(
                folder.resolve("new.csv"),
                rows.stream()
                        .limit(4)
                        .map(row -> row.substring(0, row.lastIndexOf(',')))
                        .toList());

        walk("driver/docs/my-csv-overnight.md");

        assertThat(said).startsWith("example,predicted,").contains("\n0,oak,").contains("\n1,ash,");
        assertThat(folder.resolve("runs/mine/report.html")).exists();
        assertThat(Files.readAllLines(folder.resolve("runs/mine/results.csv"))).hasSize(1 + 12 * 5);
    }

    @Test
    void leadsToTheSameBits() throws IOException {
        walk("driver/docs/same-bits.md");

        assertThat(said).endsWith("Verified: every figure of 1 trial has the same bits.\n");
    }

    private void walk(String page) throws IOException {
        for (String line : DocPage.at(page).shell()) {
            List<String> words = DocPage.wordsOf(line).flatMap(this::files).toList();
            switch (words.get(0)) {
                case "nightsweep" -> carryOut(words.subList(1, words.size()));
                case "cmp" ->
                    assertThat(folder.resolve(words.get(1))).hasSameBinaryContentAs(folder.resolve(words.get(2)));
                default -> assertThat(line).as("a row of a table").contains(",");
            }
        }
    }

    /** As a shell does with a word that has a star in it. */
    private Stream<String> files(String word) {
        if (!word.contains("*")) {
            return Stream.of(word);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + word);
        try (Stream<Path> found = Files.walk(folder)) {
            return found
                    .map(folder::relativize)
                    .filter(matcher::matches)
                    .map(Path::toString)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carryOut(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ProcessEnvironment environment = new ProcessEnvironment(Map.of(), Map.of(), folder, Clock.systemUTC(), 2);
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), new Screen(Screen.Kind.LINES, 80, StandardCharsets.UTF_8));
        int code = Nightsweep.commandLine(console, environment, SweepRuns::new).execute(words.toArray(String[]::new));

        assertThat(code).as(words + "\n" + err).isZero();
        said = out.toString();
    }
}
