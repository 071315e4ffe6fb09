package nightsweep.driver.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.driver.report.MadeUpRun;
import nightsweep.driver.report.NastyNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @TempDir
    private Path folder;

    @Test
    void holdsNoMarkupOfNames() throws IOException {
        String page = page(new NastyNames("</script><b>&\"'", "<!--").in(MadeUpRun.repeated(1)));

        Matcher island = Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>")
                .matcher(page);

        assertThat(island.find()).isTrue();
        assertThat(island.group(1)).contains("\\u003C/script>\\u003Cb>").endsWith("}");
        assertThat(page).doesNotContain("<b>").doesNotContain("<!--");
    }

    @Test
    void allowsNothingBesideItself() throws IOException {
        String page = page(MadeUpRun.repeated(1));

        assertThat(page)
                .contains("content=\"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:;"
                        + " style-src 'sha256-")
                .doesNotContain("unsafe-")
                .doesNotContain("{{");
    }

    private String page(MadeUpRun run) throws IOException {
        return Files.readString(run.page(folder.resolve("page.html")));
    }
}
