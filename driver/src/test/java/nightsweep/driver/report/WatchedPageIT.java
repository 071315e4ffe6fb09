package nightsweep.driver.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nightsweep.driver.application.WatchedRun.Page;
import nightsweep.driver.watch.PageServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run under way, served and looked at in a browser. */
class WatchedPageIT {
    @TempDir
    private Path folder;

    @Test
    void isLoadedAgainWhenThereIsAnotherAndStaysWhenNobodyAnswers() throws IOException {
        try (Chromium browser = Chromium.start()) {
            PageServer server = PageServer.start(0, page(100, "2026-11-21T06:30:00Z"));
            try (server) {
                browser.openAddress(server.address());

                assertThat(status(browser)).contains("on 16 slots", "The page loads itself again as trials end.");
                String before = status(browser);
                server.show(page(200, "2026-11-21T06:31:00Z"));
                browser.await(
                        "document.querySelector('body > .frame') !== null"
                                + " && document.querySelector('.unfinished').textContent !== arguments[0]",
                        before);
                assertThat(status(browser)).contains("on 16 slots");
                assertThat(browser.console()).isEqualTo(List.of());
            }

            browser.await("document.querySelector('.unfinished').textContent.includes('does not answer any more')");
        }
    }

    private static String status(Chromium browser) {
        return browser.find(".unfinished").getText();
    }

    private Page page(int ended, String asOf) throws IOException {
        Path file = MadeUpRun.repeated(3).ended(ended).watched(folder.resolve("page.html"), Instant.parse(asOf));
        return new Page(Files.readAllBytes(file), asOf);
    }
}
