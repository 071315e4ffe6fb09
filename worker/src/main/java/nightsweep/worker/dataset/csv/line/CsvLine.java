package nightsweep.worker.dataset.csv.line;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** One line of a table; several where a quoted cell holds ends of lines, as names of columns may. */
public final class CsvLine {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvLine() {}

    /** What the cells of a table are apart by, by its first line. */
    public static char separator(String firstLine) {
        return Separator.of(firstLine);
    }

    /** A first line without the mark that some programs begin a text with. */
    public static String unmarked(String firstLine) {
        return firstLine.startsWith(BYTE_ORDER_MARK) ? firstLine.substring(1) : firstLine;
    }

    /** Whether the last cell is quoted and goes on past the end, whatever cells are apart by. */
    public static boolean isOpen(CharSequence line) {
        Quotes quotes = new Quotes();
        line.chars().forEach(character -> quotes.passes((char) character));
        return quotes.isOpen();
    }

    /**
     * Its cells, without the blanks around them.
     *
     * @throws IllegalArgumentException that says what is wrong with its quotation marks
     */
    public static List<String> cells(String line, char separator) {
        return cells(line, separator, Optional.of('"'));
    }

    /**
     * Its cells, without the blanks around them.
     *
     * @param quote around cells that hold a separator; empty for none
     * @throws IllegalArgumentException that says what is wrong with its quotation marks
     */
    public static List<String> cells(String line, char separator, Optional<Character> quote) {
        if (quote.isPresent() && line.indexOf(quote.get()) >= 0) {
            return quoted(line, separator, quote.get());
        }
        if (separator == ' ') {
            return List.of(line.strip().split("\\s+"));
        }
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            cells.add(line.substring(from, at).strip());
            from = at + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }

    private static List<String> quoted(String line, char separator, char quote) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setQuote(quote)
                .setIgnoreSurroundingSpaces(true)
                .build();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            return parser.getRecords().get(0).toList();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("a quotation mark is opened and never closed, or followed by text", e);
        }
    }
}
