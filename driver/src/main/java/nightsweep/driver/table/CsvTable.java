package nightsweep.driver.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import nightsweep.experiments.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as CSV after RFC 4180, with line feeds: a header of column names, then the rows in full precision. */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

    private CsvTable() {}

    /**
     * Appends the table to {@code out}.
     *
     * @throws IOException where {@code out} throws it
     */
    public static void write(Table table, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(table.columns().stream()
                .map(column -> FormulaGuard.harmless(column.name()))
                .toList());
        writeRows(table, out);
    }

    /**
     * Appends the rows alone, where a table is written part by part.
     *
     * @throws IOException where {@code out} throws it
     */
    public static void writeRows(Table table, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        for (var row : table.rows()) {
            for (Cell cell : row) {
                printer.print(field(cell));
            }
            printer.println();
        }
    }

    /** The table as text. */
    public static String text(Table table) {
        StringBuilder text = new StringBuilder();
        try {
            write(table, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Null where there is no value, which is written without quotes wherever it stands. */
    private static @Nullable String field(Cell cell) {
        if (cell instanceof Cell.Missing) {
            return null;
        }
        return cell instanceof Cell.Text text ? FormulaGuard.harmless(text.text()) : cell.exact();
    }
}
