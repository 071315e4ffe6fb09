package nightsweep.worker.dataset.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.csv.line.CommentLines;
import nightsweep.worker.dataset.csv.line.CsvLine;
import nightsweep.worker.dataset.csv.line.LineLimit;
import nightsweep.worker.dataset.csv.line.MalformedTextException;
import nightsweep.worker.dataset.csv.line.Separator;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table: UTF-8, cells apart by commas (or semicolons, tabs, bars), quoted where they hold one.
 *
 * @param known what the columns of the training table are, where this is another
 */
record CsvReader(DataFile file, DataSource.Csv csv, Optional<ColumnKinds> known) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LOOK_AHEAD = 1 << 16;
    private static final Pattern LINE = Pattern.compile("line:? ?([0-9]+)");

    /** What is made of the rows of a table. */
    interface Work<T> {
        /**
         * What is made of them.
         *
         * @param apart what cells are apart by, in words
         * @param comments lines before the rows that were passed over
         */
        T of(CSVParser rows, String apart, int comments) throws IOException, DataException;
    }

    /** All rows. */
    CsvTable read() throws DataException {
        return read(file, this::table);
    }

    /** What is made of any table. */
    static <T> T read(DataFile file, Work<T> work) throws DataException {
        Optional<String> other = file.looksLike();
        if (other.isPresent()) {
            throw file.fault("it must be a table of comma-separated values, but it is " + other.get());
        }
        return file.read(in -> read(file, in, work));
    }

    private static <T> T read(DataFile file, InputStream in, Work<T> work) throws IOException, DataException {
        int comments = 0;
        try {
            BufferedReader text = text(in);
            comments = CommentLines.leading(start(text));
            for (int line = 0; line < comments; line++) {
                text.readLine();
            }
            char separator = Separator.of(firstLine(text));
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(true)
                    .build();
            try (CSVParser parser = new CSVParser(text, format)) {
                return work.of(parser, Separator.name(separator), comments);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw malformed(file, e.getCause(), comments);
        } catch (CharacterCodingException | MalformedTextException e) {
            throw malformed(file, e, comments);
        }
    }

    /**
     * The first line that is not blank, with those that a quoted cell goes on in, or as much of it as tells what cells are apart
     * by; the reader stays at its start.
     */
    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder first = new StringBuilder();
        for (String line : String.join("\n", start(text)).stripLeading().lines().toList()) {
            first.append(line);
            if (!CsvLine.isOpen(first)) {
                break;
            }
            first.append('\n');
        }
        return first.toString();
    }

    /** As many of the first lines as are looked at; the reader stays before them. */
    private static List<String> start(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        char[] start = new char[LOOK_AHEAD];
        int read = 0;
        while (read < start.length) {
            int more = text.read(start, read, start.length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        text.reset();
        return String.valueOf(start, 0, read).lines().toList();
    }

    private static DataException malformed(DataFile file, @Nullable Throwable cause, int comments) {
        if (cause instanceof CharacterCodingException) {
            return file.fault("it is not UTF-8 text: save it as UTF-8, if it is text");
        }
        String message = cause == null ? "" : String.valueOf(cause.getMessage());
        if (cause instanceof MalformedTextException) {
            return file.fault(message);
        }
        Matcher line = LINE.matcher(message);
        String where = line.find() ? "line " + (Long.parseLong(line.group(1)) + comments) + ": " : "";
        return file.fault(
                message.contains("EOF")
                        ? where + "a quotation mark is opened and never closed"
                        : where
                                + "a closing quotation mark is followed by text: write two of them for one within a cell");
    }

    private CsvTable table(CSVParser parser, String apart, int comments) throws DataException {
        CsvRows rows = null;
        for (CSVRecord record : parser) {
            List<String> cells = record.toList();
            if (cells.stream().allMatch(String::isBlank) && cells.size() == 1) {
                continue;
            }
            if (rows == null) {
                rows = new CsvRows(file, csv, cells, apart, known, comments);
                if (csv.header() == DataSource.Header.PRESENT) {
                    continue;
                }
            }
            rows.add(cells, parser.getCurrentLineNumber() + comments);
        }
        if (rows == null) {
            throw file.fault("it is empty");
        }
        return rows.table();
    }

    /** Other than a reader's default, bytes that are no UTF-8 are a fault, not question marks. */
    private static BufferedReader text(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new LineLimit(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
