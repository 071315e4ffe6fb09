package nightsweep.worker.dataset.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.csv.line.LineLimit;
import nightsweep.worker.dataset.csv.line.MalformedTextException;
import nightsweep.worker.dataset.csv.line.Opening;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one text: cells apart by commas, or as its first line or a sweep says, quoted where they hold one. */
final class CsvReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int LOOK_AHEAD = 1 << 16;
    private static final Pattern LINE = Pattern.compile("line:? ?([0-9]+)");

    private CsvReader() {}

    /** What is made of the rows of a table. */
    interface Work<T> {
        /** What is made of them. */
        T of(CSVParser rows, Opening how) throws IOException, DataException;
    }

    /** What is made of any table that is written as usual. */
    static <T> T read(DataFile file, Work<T> work) throws DataException {
        return read(file, TableForm.USUAL, work);
    }

    /** What is made of any table. */
    static <T> T read(DataFile file, TableForm.Text form, Work<T> work) throws DataException {
        Optional<String> other = file.looksLike()
                .filter(look -> !look.startsWith("text in ") || form.encoding().equals("utf-8"));
        if (other.isPresent()) {
            throw file.fault("it must be a table of comma-separated values, but it is " + other.get());
        }
        return file.read(in -> read(file, in, form, work));
    }

    private static <T> T read(DataFile file, InputStream in, TableForm.Text form, Work<T> work)
            throws IOException, DataException {
        int passed = 0;
        try {
            BufferedReader text = text(file, in, form);
            Opening how = Opening.of(start(text), form);
            passed = how.passed();
            for (int line = 0; line < passed; line++) {
                text.readLine();
            }
            CSVFormat.Builder format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(how.separator())
                    .setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(true)
                    .setQuote(
                            form.quote().equals(TableForm.Text.NONE)
                                    ? null
                                    : form.quote().charAt(0));
            if (form.comment().length() == 1) {
                format.setCommentMarker(form.comment().charAt(0));
            }
            try (CSVParser parser = new CSVParser(text, format.build())) {
                return work.of(parser, how);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw malformed(file, e.getCause(), passed, form);
        } catch (CharacterCodingException | MalformedTextException e) {
            throw malformed(file, e, passed, form);
        }
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

    private static DataException malformed(DataFile file, @Nullable Throwable cause, int passed, TableForm.Text form)
            throws DataException {
        if (cause instanceof CharacterCodingException) {
            return file.fault(
                    form.encoding().equals("utf-8")
                            ? NoText.line(file)
                                    + "it is not UTF-8 text: save it as UTF-8, if it is text, or say its encoding, such as"
                                    + " windows-1252"
                            : "it is not " + form.encoding() + " text, as encoding says");
        }
        String message = cause == null ? "" : String.valueOf(cause.getMessage());
        if (cause instanceof MalformedTextException) {
            return file.fault(message);
        }
        Matcher line = LINE.matcher(message);
        String where = line.find() ? "line " + (Long.parseLong(line.group(1)) + passed) + ": " : "";
        return file.fault(
                message.contains("EOF")
                        ? where + "a quotation mark is opened and never closed"
                        : where
                                + "a closing quotation mark is followed by text: write two of them for one within a cell");
    }

    /** Other than a reader's default, bytes that are no text of the encoding are a fault, not question marks. */
    private static BufferedReader text(DataFile file, InputStream bytes, TableForm.Text form)
            throws IOException, DataException {
        PushbackInputStream in = new PushbackInputStream(bytes, UTF_8_MARK.length);
        byte[] first = in.readNBytes(UTF_8_MARK.length);
        in.unread(first);
        if (Arrays.equals(first, UTF_8_MARK) && !form.encoding().equals("utf-8")) {
            throw file.fault("it begins with the mark of UTF-8, but encoding says " + form.encoding());
        }
        BufferedReader reader = new BufferedReader(new LineLimit(new InputStreamReader(
                in,
                Charset.forName(form.encoding())
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
