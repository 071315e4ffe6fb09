package nightsweep.driver.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast, names and roles of the page, checked by a library in a browser. */
class AccessibilityIT {
    @TempDir
    private static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280"})
    void axeHasNothingAgainstThePage(String colours, int width) throws IOException {
        browser.size(width, 900);
        browser.prefers(colours);
        browser.open(MadeUpRun.repeated(2).page(folder.resolve("page.html")));
        browser.drawAll();

        assertThat(browser.objectionsOfAxe()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"dark, 390"})
    void norAgainstThatOfARunUnderWay(String colours, int width) throws IOException {
        browser.size(width, 900);
        browser.prefers(colours);
        browser.open(MadeUpRun.repeated(3).ended(200).page(folder.resolve("live.html")));
        browser.drawAll();

        assertThat(browser.objectionsOfAxe()).isEqualTo(List.of());
    }
}
