package nightsweep.driver.report;

import java.io.IOException;

/** A page, ready to be written. */
public final class Report {
    private final PageData data;

    Report(PageData data) {
        this.data = data;
    }

    /**
     * Appends the page, which is one HTML file.
     *
     * @throws IOException where {@code out} throws it
     */
    public void write(Appendable out) throws IOException {
        Page.write(PageJson.text(data), out);
    }
}
