package nightsweep.driver.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A browser without a window, of a width that a test chooses. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Debian's; where it is not installed the test is skipped. */
    static Chromium start() {
        Assumptions.assumeTrue(
                Files.exists(BROWSER) && Files.exists(DRIVER),
                "The page is looked at in a browser where the packages chromium and chromium-driver are installed.");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL", LogType.PERFORMANCE, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    /**
     * Opens a file, and returns when all that it runs at first has run. The driver alone may come back while the page
     * that was there before still answers, or before this one's script has run.
     */
    void open(Path file) {
        openAddress(file.toUri().toString());
    }

    /** The same of an address. */
    void openAddress(String address) {
        value("(window.left = true)");
        driver.get(address);
        await("!window.left && document.readyState === 'complete' && document.querySelector('body > .frame') !== null");
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Says that the system prefers light or dark pages. */
    void prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What a piece of JavaScript returns. */
    Object value(String script, Object... arguments) {
        Object value = driver.executeScript("return " + script, arguments);
        return value == null ? "null" : value;
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What has the keyboard's focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Scrolls each chart into view until it is drawn. */
    void drawAll() {
        for (WebElement place : all(".drawing")) {
            value("arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })", place);
            await("arguments[0].dataset.drawn === 'true'", place);
        }
    }

    /** Waits for up to a minute until a piece of JavaScript is true. */
    void await(String condition, Object... arguments) {
        for (int i = 0; i < 2_400 && !value(condition, arguments).equals(true); i++) {
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(value(condition, arguments)).as(condition).isEqualTo(true);
    }

    /** The titles of charts that were drawn and have next to nothing on them. */
    Object blankCharts() {
        return value("[...document.querySelectorAll('.drawing')].filter(place => {"
                + " const canvas = place.querySelector('canvas');"
                + " const pixels = new Uint32Array(canvas.getContext('2d')"
                + ".getImageData(0, 0, canvas.width, canvas.height).data.buffer);"
                + " return new Set(pixels).size < 10; }).map(place => place.ariaLabel)");
    }

    /**
     * What axe, a library that checks pages for people who use them by other means, has against the page as it is: of each
     * violation its rule and the first places.
     */
    Object objectionsOfAxe() throws IOException {
        try (InputStream axe = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        return Objects.requireNonNull(driver.executeAsyncScript(
                "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] })"
                        + ".then(result => done(result.violations.map(one => one.id + ': ' + one.nodes.length + ' x '"
                        + " + one.nodes.slice(0, 6).map(node => node.target.join(' ') + ' ' + node.failureSummary.slice(0, 220)"
                        + ").join(' | '))), error => done([String(error)]))"));
    }

    /** Messages in the console since it was last asked, those of the content security policy among them. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What the network was asked for since it was last asked, as the browser logs it. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
