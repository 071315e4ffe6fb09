package nightsweep.driver.report;

import java.io.IOException;
import nightsweep.driver.report.page.Page;
import nightsweep.driver.report.page.PageJson;

/** A page, ready to be written. */
public final class Report {
    private final Page page;
    private final Record data;

    /** @param data in the shape in which the script of {@code page} reads it */
    Report(Page page, Record data) {
        this.page = page;
        this.data = data;
    }

    /**
     * Appends the page, which is one HTML file.
     *
     * @throws IOException where {@code out} throws it
     */
    public void write(Appendable out) throws IOException {
        page.write(PageJson.text(data), out);
    }
}
