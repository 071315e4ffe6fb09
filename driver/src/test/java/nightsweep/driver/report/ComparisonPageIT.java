package nightsweep.driver.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nightsweep.driver.report.ComparisonBuilder.Side;
import nightsweep.driver.summary.RunComparison;
import nightsweep.experiments.sweepfile.Difference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The page of two runs in a browser. */
class ComparisonPageIT {
    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("grid.activation", "[relu, tanh, sigmoid, elu]", "[relu, tanh, elu, gelu]"),
            new Difference("grid.batch", "[10, 20, 30, 40, 50]", "[50, 10, 20, 60]"));

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static Path usual;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        browser.size(1280, 900);
        usual = page("usual", MadeUpRun.repeated(5), MadeUpRun.other(4), DIFFERENCES);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void opensFromADiskAndAsksForNothing() {
        browser.requests();
        browser.console();

        browser.open(usual);
        browser.drawAll();

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests())
                .allMatch(request -> request.contains("\"url\":\"file:///")
                        || request.contains("\"url\":\"data:")
                        || request.contains("\"url\":\"blob:"))
                .filteredOn(request -> request.contains("\"url\":\"file:///"))
                .as("the page itself")
                .hasSize(1);
    }

    @Test
    void saysWhatCameOut() {
        browser.open(usual);

        assertThat(browser.find(".best").getText())
                .startsWith("Of 36 configurations, ")
                .endsWith(" in the second run");
        assertThat(browser.find("#result").getText())
                .contains("Of 36 configurations that both runs have, ")
                .contains("/runs/made-up-again")
                .contains("64 configurations, 4 repeats each, seed 42")
                .doesNotContain("object");
        assertThat(browser.find("#settings table").getText())
                .contains("grid.batch [10, 20, 30, 40, 50] [50, 10, 20, 60]");
        assertThat(browser.all("#differences tbody tr")).hasSize(25);
    }

    @Test
    void drawsEachChart() {
        browser.open(usual);
        browser.drawAll();

        assertThat(browser.all("#curves .drawing")).hasSize(12);
        assertThat(browser.blankCharts()).isEqualTo(List.of());
    }

    @Test
    void showsMoreCurvesAndOtherFigures() {
        browser.open(usual);

        browser.find("#curves .more button").click();
        browser.find("#curves .group button:last-child").click();
        browser.drawAll();

        assertThat(browser.all("#curves .drawing")).hasSize(24);
        assertThat(browser.blankCharts()).isEqualTo(List.of());
    }

    @Test
    void showsNamesAsText() {
        String markup = "</script><script>window.broken=1</script><img src=x onerror=window.broken=2>'\"&amp;";
        NastyNames nasty = new NastyNames(markup, "\u05e9\u05dc\u05d5\u05dd");
        browser.console();

        browser.open(page(
                "nasty",
                nasty.in(MadeUpRun.repeated(3)),
                nasty.in(MadeUpRun.other(3)),
                List.of(new Difference(markup, markup, "b"))));
        browser.drawAll();

        assertThat(browser.console()).isEmpty();
        assertThat(browser.value("window.broken")).isEqualTo("null");
        assertThat(browser.all("img, script[src]")).isEmpty();
        assertThat(browser.find("h1").getText()).isEqualTo(markup + ", two runs");
        assertThat(browser.find("#settings table").getText()).contains(markup);
        assertThat(browser.find("#differences table").getText()).contains("\u05e9\u05dc\u05d5\u05dd");
    }

    @Test
    void showsRunsThatShareNothing() {
        browser.console();

        browser.open(page("apart", MadeUpRun.single(), MadeUpRun.repeated(1), List.of()));
        browser.drawAll();

        assertThat(browser.find(".best").getText()).isEqualTo("The runs share no configuration");
        assertThat(browser.find("#settings").getText()).contains("Their sweep files say the same.");
        assertThat(browser.all("section").stream().map(section -> section.getDomAttribute("id")))
                .containsExactly("result", "settings");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void showsRunsOfWhichNothingEnded() {
        browser.console();

        browser.open(page(
                "empty", MadeUpRun.repeated(1).ended(0), MadeUpRun.repeated(1).ended(0), List.of()));
        browser.drawAll();

        assertThat(browser.find("#result").getText()).contains("80 not run").contains("80 are not comparable");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void fitsANarrowScreen() {
        browser.size(390, 844);
        browser.open(usual);
        browser.drawAll();

        Object width = browser.value("document.documentElement.scrollWidth");
        List<WebElement> wide = browser.all("section > p, dd").stream()
                .filter(one -> one.getSize().getWidth() > 390)
                .toList();

        browser.size(1280, 900);
        assertThat(width).isEqualTo(390L);
        assertThat(wide).isEmpty();
    }

    private static Path page(String name, MadeUpRun first, MadeUpRun second, List<Difference> differences) {
        ComparisonBuilder page = new ComparisonBuilder(first.sweep(), second.sweep());
        Side one = new Side(first.summary(page::addToFirst), "/runs/made-up");
        Side other = new Side(second.summary(page::addToSecond), "/runs/made-up-again");
        Path file = folder.resolve(name + ".html");
        try (Writer out = Files.newBufferedWriter(file)) {
            page.build(
                            one,
                            other,
                            differences,
                            RunComparison.of(one.summary(), other.summary()),
                            Instant.parse("2026-11-21T06:30:00Z"))
                    .write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
