package nightsweep.worker.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as comma-separated values after RFC 4180, with line feeds. Numbers have seven digits, enough for single
 * precision and the same on every Java; a number that is not finite has none.
 */
public final class CsvText {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    /** A table without rows. */
    public CsvText(String... heading) {
        this();
        print(List.of(heading));
    }

    private CsvText() {
        try {
            printer = new CSVPrinter(text, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a table that has its heading elsewhere. */
    public static CsvText withoutHeading() {
        return new CsvText();
    }

    /** Adds a row of texts and numbers. */
    public void row(Object... values) {
        List<String> fields = new ArrayList<>(values.length);
        for (Object value : values) {
            fields.add(field(value));
        }
        print(fields);
    }

    private void print(List<String> fields) {
        if (plain(fields)) {
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : ",").append(fields.get(i));
            }
            text.append('\n');
            return;
        }
        try {
            printer.printRecord(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? digits(number) : "";
        }
        return value instanceof String words ? FormulaGuard.harmless(words) : value.toString();
    }

    /** Whether nothing in them needs quotes, so that the printer need not look for it: most of what is written are numbers. */
    private static boolean plain(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if ((i == 0 && fields.get(i).isEmpty()) || !plain(fields.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(String field) {
        int last = field.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = field.charAt(i);
            boolean word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!word && c != '.' && c != '-' && (c != ' ' || i == 0 || i == last)) {
                return false;
            }
        }
        return true;
    }

    /** A finite number as it stands in a table. */
    public static String digits(double number) {
        return SevenDigits.text(number);
    }

    /** The table as it stands. */
    public String text() {
        return text.toString();
    }
}
