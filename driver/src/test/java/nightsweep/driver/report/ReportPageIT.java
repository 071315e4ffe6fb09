package nightsweep.driver.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a browser. */
class ReportPageIT {
    private static final String FIGURES =
            "[...document.querySelectorAll('#ranking .table')].pop().querySelectorAll('tbody tr')";
    private static final double MEGABYTE = 1e6;

    /** What scrolls takes the keyboard's focus too. */
    private static final int SCROLLERS = 40;

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static Path small;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        browser.size(1280, 900);
        small = MadeUpRun.repeated(2).page(folder.resolve("small.html"));
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

        browser.open(small);
        browser.drawAll();

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests())
                .as("the page itself, and nothing else but data within it")
                .allMatch(request -> request.contains("\"url\":\"file:///")
                        || request.contains("\"url\":\"data:")
                        || request.contains("\"url\":\"blob:"))
                .filteredOn(request -> request.contains("\"url\":\"file:///"))
                .hasSize(1);
    }

    @Test
    void drawsEachChart() {
        browser.open(small);

        browser.drawAll();

        assertThat(browser.all(".drawing")).hasSizeGreaterThan(10);
        assertThat(browser.blankCharts()).as("charts that are blank").isEqualTo(List.of());
    }

    @Test
    void sortsItsTables() {
        browser.open(small);
        WebElement header = header("test accuracy");

        header.click();
        List<Double> descending = column("test accuracy");
        header("test accuracy").click();
        List<Double> ascending = column("test accuracy");

        assertThat(descending).hasSize(25).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(ascending).hasSize(25).isSorted().isNotEqualTo(descending);
    }

    @Test
    void filtersItsTables() {
        browser.open(small);

        browser.find("input[aria-label='Filter trials']").sendKeys("tanh nesterov");

        assertThat(browser.value("[..." + FIGURES + "].map(row => row.textContent)"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .hasSize(10)
                .allMatch(row -> row.contains("tanh") && row.contains("nesterov"));
    }

    @Test
    void followsTheSystemsColoursUntilToldOtherwise() {
        browser.prefers("dark");
        browser.open(small);
        long dark = brightness();
        browser.prefers("light");
        long light = brightness();

        browser.find("[aria-label='Colours'] button:last-child").click();

        assertThat(dark).isLessThan(100);
        assertThat(light).isGreaterThan(600);
        assertThat(brightness()).isLessThan(100);
        browser.find("[aria-label='Colours'] button:first-child").click();
    }

    @Test
    void isReachableByKeyboard() {
        browser.open(small);
        String reachable =
                "[...document.querySelectorAll('a, button, input, select, [tabindex]')].filter(one => one.checkVisibility())";
        long wanted = (long) browser.value(reachable + ".length");
        browser.value("addEventListener('focusin', event => { event.target.dataset.reached = 'yes'; })");

        browser.focused().sendKeys(Keys.TAB.toString().repeat((int) wanted + SCROLLERS));
        Object missed = browser.value(
                reachable + ".filter(one => !one.dataset.reached).map(one => one.outerHTML.slice(0, 80))");
        header("test loss").sendKeys(Keys.ENTER);

        assertThat(missed).isEqualTo(List.of());
        assertThat(column("test loss")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(browser.focused().getText()).as("focus stays").isEqualTo("test loss");
    }

    @Test
    void showsNamesAsText() {
        String markup = "</script><script>window.broken=1</script><img src=x onerror=window.broken=2>'\"&amp;";
        String foreign = "\u05e9\u05dc\u05d5\u05dd \ud83d\ude80";
        browser.console();

        browser.open(new NastyNames(markup, foreign).in(MadeUpRun.repeated(2)).page(folder.resolve("nasty.html")));
        browser.drawAll();

        assertThat(browser.console()).isEmpty();
        assertThat(browser.value("window.broken")).isEqualTo("null");
        assertThat(browser.all("img, script[src]")).isEmpty();
        assertThat(browser.find("h1").getText()).isEqualTo(markup);
        assertThat(browser.find("#ranking").getText()).contains(markup).contains(foreign);
        assertThat(browser.find("footer").getText()).contains(markup);
    }

    @Test
    void fitsANarrowScreen() {
        browser.size(390, 844);
        browser.open(small);
        browser.drawAll();

        Object width = browser.value("document.documentElement.scrollWidth");
        Object figure =
                browser.value("document.querySelector('#ranking tbody td:nth-child(2)').getBoundingClientRect().right");
        Object sentence = browser.value("document.querySelector('#verdicts td.long').getBoundingClientRect().right");

        browser.size(1280, 900);
        assertThat(width).isEqualTo(390L);
        assertThat(List.of(figure, sentence))
                .as("what matters of a row is seen without scrolling")
                .allSatisfy(right -> assertThat(((Number) right).doubleValue()).isLessThan(390));
    }

    @Test
    void savesCharts() {
        browser.open(small);
        browser.drawAll();

        browser.value("(window.saved = [], URL.createObjectURL = blob => { blob.text().then(text => saved.push("
                + "blob.type + text.slice(0, 4))); return 'data:,'; })");
        browser.all(".tools button").subList(0, 4).forEach(WebElement::click);
        browser.await("saved.length === 4");

        assertThat(browser.value("saved.sort().map(one => one.slice(0, 13))"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .satisfies(kinds -> assertThat(kinds.subList(0, 2)).allMatch(kind -> kind.startsWith("image/png")))
                .satisfies(kinds -> assertThat(kinds.subList(2, 4)).allMatch(kind -> kind.startsWith("image/svg+xml")));
    }

    @Test
    void saysThatItIsUnfinished() {
        browser.open(MadeUpRun.repeated(2).ended(100).page(folder.resolve("unfinished.html")));

        assertThat(browser.find(".unfinished").getText()).startsWith("Unfinished: 60 trials not run as of");
        assertThat(browser.find(".tally").getText().replaceAll("\\s+", " "))
                .isEqualTo("160 planned = 90 completed + 5 diverged + 5 failed + 60 not run");
    }

    @Test
    void setsPublishedFiguresBesideOurs() {
        browser.open(MadeUpRun.repeated(4).page(folder.resolve("published.html")));

        String section = browser.find("#published").getText();

        assertThat(section).contains("1 reproduced, 1 differs, 0 cannot be compared");
        assertThat(browser.all("#published tbody tr").stream().map(WebElement::getText))
                .satisfiesExactly(
                        loss -> assertThat(loss)
                                .contains("validation-loss 4.0000")
                                .contains("differs"),
                        accuracy -> assertThat(accuracy)
                                .contains("test-accuracy 0.6900")
                                .contains("reproduced"));
        assertThat(section).contains("Configuration 6, somebody: <i>dropout</i> was left on");
    }

    @Test
    void drawsDecisionBorders() {
        String markup = "=<b>yes</b>";
        browser.console();

        browser.open(MadeUpRun.repeated(2).labelled(List.of("no", markup)).page(folder.resolve("borders.html")));
        Object drawn = coloursOfBorders();
        browser.find("#borders .group button:last-child").click();
        Object withoutPoints = coloursOfBorders();
        String before = browser.find("#borders canvas").getDomAttribute("aria-label");
        browser.find("#borders select option:last-child").click();

        assertThat(browser.all("#borders canvas")).as("activations by batches").hasSize(4 * 5);
        assertThat(before)
                .as("the optimizer of the best configuration")
                .startsWith("Border of relu adam 10, test accuracy 0.6");
        assertThat(browser.find("#borders canvas").getDomAttribute("aria-label"))
                .startsWith("Border of relu nesterov 10, test accuracy 0.7000: fails");
        assertThat(browser.find("#borders").getText()).contains(markup);
        assertThat(((Number) drawn).longValue()).isGreaterThan(10);
        assertThat(((Number) withoutPoints).longValue()).isGreaterThan(10).isNotEqualTo(drawn);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hasNoBordersOfOtherData() {
        browser.open(small);

        assertThat(browser.all("#borders")).isEmpty();
    }

    private static Object coloursOfBorders() {
        return browser.value("Math.min(...[...document.querySelectorAll('#borders canvas')].map(canvas => new Set("
                + "new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)"
                + ".data.buffer)).size))");
    }

    @Test
    void drawsNothingBeyondWhatCanBe() {
        browser.open(MadeUpRun.repeated(2).page(folder.resolve("ends.html")));
        browser.drawAll();

        Object axes = browser.value("[...document.querySelectorAll('#effects .drawing, #repeats .drawing')]"
                + ".map(place => echarts.getInstanceByDom(place)).filter(chart => chart.getOption().xAxis[0].type === 'value')"
                + ".map(chart => chart.getModel().getComponent('xAxis').axis.scale.getExtent())");

        assertThat((List<?>) axes).hasSizeGreaterThan(3).allSatisfy(ends -> {
            List<?> extent = (List<?>) ends;
            assertThat(((Number) extent.get(0)).doubleValue()).isGreaterThanOrEqualTo(0);
            assertThat(((Number) extent.get(1)).doubleValue()).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void drawsBesideTheBestWhatTheVerdictsSay() {
        browser.open(MadeUpRun.repeated(4).page(folder.resolve("bars.html")));
        browser.drawAll();

        Object rows = browser.value("(() => { const data = JSON.parse(document.getElementById('data').textContent);"
                + " const { columns, rows } = data.tables.comparisons;"
                + " const at = name => columns.findIndex(column => column.name === name);"
                + " const verdicts = new Map(rows.map(row => [row[at('configuration')], row[at('verdict')]]));"
                + " const chart = echarts.getInstanceByDom(document.querySelector('#comparisons .drawing'));"
                + " const names = chart.getOption().yAxis[0].data;"
                + " return chart.getOption().series[0].data.map(([low, high, place]) =>"
                + " `${low > 0 || high < 0} ${verdicts.get(Number(names[place].split(' ')[0]))}`); })()");

        assertThat((List<?>) rows)
                .hasSizeGreaterThan(20)
                .extracting(Object::toString)
                .isSubsetOf("true worse", "false not distinguishable");
    }

    @Test
    void saysWhatComesAtTheEnd() {
        browser.open(MadeUpRun.repeated(3).ended(200).page(folder.resolve("live.html")));
        String live = browser.find("#comparisons").getText();
        browser.open(MadeUpRun.repeated(3).page(folder.resolve("ended.html")));

        assertThat(live).contains("McNemar\u2019s tests over the same test examples come when the run ends.");
        assertThat(browser.find("#comparisons").getText()).doesNotContain("come when the run ends");
    }

    @Test
    void saysWhatItLeavesOut() {
        List<String> classes =
                IntStream.range(0, 41).mapToObj(i -> "class " + i).toList();

        browser.open(MadeUpRun.repeated(1).labelled(classes).page(folder.resolve("classes.html")));

        assertThat(browser.all("#confusion")).isEmpty();
        assertThat(browser.find("#left-out").getText())
                .contains("Confusion matrices of more than 40 classes (these have 41)")
                .doesNotContain("longer curves");
    }

    @Test
    void showsARunOfWhichNothingEnded() {
        browser.console();

        browser.open(MadeUpRun.repeated(1).ended(0).page(folder.resolve("empty.html")));
        browser.drawAll();

        assertThat(browser.find(".best").getText()).isEqualTo("Nothing was completed yet");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void showsARunOfOneTrial() {
        browser.console();

        browser.open(MadeUpRun.single().page(folder.resolve("single.html")));
        browser.drawAll();

        assertThat(browser.find(".best").getText()).isEqualTo("the only one came out first");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void showsPicturesOfMistakes() {
        browser.open(small);

        assertThat(browser.all(".mistakes li")).hasSize(3 * 16);
        assertThat(browser.value("[...document.querySelectorAll('.mistakes canvas')].filter(canvas => new Set("
                        + "new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)"
                        + ".data.buffer)).size > 10).length"))
                .isEqualTo(3L * 16);
    }

    @Test
    void looksAtOtherTrialsWhenToldTo() {
        browser.open(small);
        WebElement list = browser.find("#confusion select");
        String before = browser.find("#confusion h3").getText();

        list.findElement(By.cssSelector("option:nth-child(5)")).click();

        assertThat(browser.find("#confusion h3").getText()).isNotEqualTo(before);
        assertThat(browser.all("#curves select option:checked").stream()
                        .map(WebElement::getText)
                        .toList())
                .as("the choice holds for all sections")
                .contains(browser.all("#confusion select option:checked").get(0).getText());
    }

    @Test
    void holdsTwoThousandTrials() throws IOException {
        Path page = MadeUpRun.repeated(25).epochs(300).page(folder.resolve("large.html"));
        browser.console();

        double seconds = IntStream.range(0, 3)
                .mapToDouble(i -> secondsToOpen(page))
                .min()
                .orElseThrow();
        browser.drawAll();

        double megabytes = Files.size(page) / MEGABYTE;
        System.out.printf("page of 2,000 trials: %.1f MB, open after %.2f s%n", megabytes, seconds);
        assertThat(browser.find("#left-out").getText())
                .containsPattern("completed trials but the best 200 of 1,\\d\\d\\d: epochs.csv and confusion.csv")
                .containsPattern("not completed but the first 50 of \\d+")
                .contains("all but the best 24 trials")
                .contains("longer curves but about 60")
                .contains("all but the best 40 of 80 configurations: classes.csv")
                .doesNotContain("verdict");
        assertThat(megabytes).isLessThan(10);
        assertThat(browser.console()).isEmpty();
    }

    private static double secondsToOpen(Path page) {
        long began = System.nanoTime();
        browser.open(page);
        return (System.nanoTime() - began) / 1e9;
    }

    private static WebElement header(String title) {
        return browser.all("#ranking .table:last-of-type th button").stream()
                .filter(button -> button.getText().equals(title))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static List<Double> column(String title) {
        Object texts = browser.value(
                "(() => { const table = [...document.querySelectorAll('#ranking table')].pop();"
                        + " const place = [...table.querySelectorAll('th')].findIndex(th => th.textContent === arguments[0]);"
                        + " return [...table.querySelectorAll('tbody tr')].map(row => row.children[place].textContent); })"
                        + ".apply(null, arguments)",
                title);
        return ((List<?>) texts)
                .stream().map(text -> Double.parseDouble(text.toString())).toList();
    }

    /** Of the page, from 0 to 765. */
    private static long brightness() {
        Object sum = browser.value("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g)"
                + ".slice(0, 3).reduce((sum, part) => sum + Number(part), 0)");
        return ((Number) sum).longValue();
    }
}
