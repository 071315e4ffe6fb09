package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.List;
import nightsweep.worker.dataset.DataException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** An example in a line of comma-separated numbers. */
final class ExampleLine {
    private ExampleLine() {}

    /** Whether a first line holds the names of columns: its first field is no number. */
    static boolean isHeading(String line) {
        List<String> fields = fields(line);
        return fields.isEmpty() || !isNumber(fields.get(0));
    }

    /**
     * Reads an example into {@code values[at..at + width)}.
     *
     * @param where the file and the line, for messages
     * @throws DataException if it is no example
     */
    static void read(String line, float[] values, int at, int width, Where where) throws DataException {
        List<String> fields = fields(line);
        if (fields.size() != width) {
            throw where.fault("it has " + fields.size() + " values, but the model takes " + width);
        }
        for (int column = 0; column < width; column++) {
            String field = fields.get(column);
            if (!isNumber(field)) {
                throw where.fault("\"" + field + "\" is no number");
            }
            values[at + column] = Float.parseFloat(field);
        }
    }

    /** Where a line is. */
    interface Where {
        DataException fault(String what);
    }

    private static List<String> fields(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            return parser.getRecords().stream().flatMap(one -> one.stream()).toList();
        } catch (IOException | RuntimeException e) {
            return List.of(line);
        }
    }

    /** In the letters of a decimal number, and one. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' && c != ' ') {
                return false;
            }
        }
        try {
            Float.parseFloat(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
