package nightsweep.driver.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as CSV after RFC 4180, with line feeds: a header of column names, then the rows in full precision. */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvTable() {}

    /**
     * Appends the table to {@code out}.
     *
     * @throws IOException where {@code out} throws it
     */
    public static void write(Table table, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(
                table.columns().stream().map(column -> harmless(column.name())).toList());
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
        return cell instanceof Cell.Text text ? harmless(text.text()) : cell.exact();
    }

    /**
     * An apostrophe before words that a spreadsheet would run as a formula: class names and messages may come from
     * others' data. Numbers such as {@code -1}, and a lone sign, stay as they are.
     */
    private static String harmless(String text) {
        boolean formula = text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && !text.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?") ? "'" + text : text;
    }
}
