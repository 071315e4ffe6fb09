package nightsweep.driver.table;

import java.io.IOException;
import nightsweep.experiments.Named;

/** A form in which a table is written for people's own texts. */
public enum TableFormat implements Named {
    /** In full precision. */
    CSV("csv", "csv") {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            CsvTable.write(table, out);
        }
    },
    /** GitHub's, numbers rounded as on screen. */
    MARKDOWN("markdown", "md") {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            MarkdownTable.write(table, out);
        }
    },
    /** For the package {@code booktabs}, numbers rounded as on screen. */
    LATEX("latex", "tex") {
        @Override
        public void write(Table table, Appendable out) throws IOException {
            LatexTable.write(table, out);
        }
    };

    private final String label;
    private final String extension;

    TableFormat(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    @Override
    public String label() {
        return label;
    }

    /** The name of the file that a table is written to. */
    public String fileName(Table table) {
        return table.name() + "." + extension;
    }

    /**
     * Appends the table to {@code out}.
     *
     * @throws IOException where {@code out} throws it
     */
    public abstract void write(Table table, Appendable out) throws IOException;
}
