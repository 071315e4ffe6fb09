package nightsweep.worker.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightsweep.worker.dataset.csv.line.CommentLines;
import nightsweep.worker.dataset.csv.line.CsvLine;
import nightsweep.worker.dataset.csv.line.Opening;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.Gzip;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;

/** A table of any number of lines, an example a line: read from the start of any of them on. Blank lines are passed over. */
final class ExampleFile implements Closeable {
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    /** What has longer lines is no table, and might fill the memory. */
    private static final int MOST_LINE_BYTES = 1 << 25;

    /** What has longer names is no table. */
    private static final int MOST_HEADING = 1 << 16;

    private final DataFile file;
    private final LineReader lines;
    private final Writing writing;
    private final Text line = new Text();
    private long position;
    private long began;
    private final List<Long> starts = new ArrayList<>();
    private Optional<Character> said = Optional.empty();
    private long headingBegan;
    private long headingEnded;

    private ExampleFile(DataFile file, LineReader lines, Writing writing, long position) {
        this.file = file;
        this.lines = lines;
        this.writing = writing;
        this.position = position;
    }

    /** Whether a file can be read from its middle on: one that is not compressed, by its first bytes. */
    static boolean splits(Configuration hadoop, String place) throws IOException, DataException {
        try (FSDataInputStream in = new DataFile(hadoop, place).raw()) {
            return in.read() != GZIP_FIRST_BYTE || in.read() != GZIP_SECOND_BYTE;
        }
    }

    /**
     * Opens a file at the first line that begins at a byte or after it.
     *
     * @param start 0 where it does not split
     */
    static ExampleFile open(Configuration hadoop, String place, Writing writing, long start)
            throws IOException, DataException {
        DataFile file = new DataFile(hadoop, place);
        if (!writing.hasPlainLines()) {
            throw file.fault("the model's table was in " + writing.encoding()
                    + ", which is not read here: save the file as UTF-8, and train on such");
        }
        FSDataInputStream raw = file.raw();
        if (start == 0) {
            InputStream in = splits(hadoop, place) ? raw : new Gzip(raw);
            return new ExampleFile(file, new LineReader(in), writing, 0);
        }
        raw.seek(start - 1);
        ExampleFile opened = new ExampleFile(file, new LineReader(raw), writing, start - 1);
        opened.read();
        return opened;
    }

    /** Where the line begins that was read last. */
    long began() {
        return began;
    }

    /** The next line that is not blank, without its end; empty past the last. */
    Optional<String> next() throws IOException, DataException {
        while (read()) {
            String text = text();
            if (!text.isBlank() && !writing.isComment(text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private String text() throws DataException {
        try {
            return writing.decoded(line.getBytes(), line.getLength());
        } catch (CharacterCodingException e) {
            throw file.fault("from byte " + began + " on a line is not "
                    + writing.encoding().toUpperCase(Locale.ROOT) + " text");
        }
    }

    /** What the first line says that cells are apart by, once the {@link #heading} is read. */
    Optional<Character> said() {
        return said;
    }

    /**
     * The first line that is not blank, with those that a quoted cell goes on in; empty where there is none.
     *
     * @throws DataException if the cell does not end
     */
    Optional<String> heading() throws IOException, DataException {
        Optional<String> first = next();
        said = first.map(CsvLine::unmarked).flatMap(Opening::said);
        if (said.isPresent()) {
            first = next();
        }
        List<String> before = new ArrayList<>();
        while (said.isEmpty() && writing.commented() && first.isPresent() && CommentLines.isMarked(first.get())) {
            before.add(first.get());
            starts.add(began);
            first = next();
        }
        if (first.isEmpty() && before.isEmpty()) {
            return first;
        }
        starts.add(began);
        if (!before.isEmpty()) {
            long end = position;
            first.ifPresent(before::add);
            int comments = CommentLines.leading(before);
            headingBegan = starts.get(comments);
            headingEnded = comments + 1 < starts.size() ? starts.get(comments + 1) : end;
            return Optional.of(before.get(comments));
        }
        headingBegan = began;
        StringBuilder heading = new StringBuilder(CsvLine.unmarked(first.orElseThrow()));
        while (writing.isOpen(heading)) {
            if (heading.length() > MOST_HEADING || !read()) {
                throw file.fault("in its first line a quotation mark is opened and never closed");
            }
            heading.append('\n').append(text());
        }
        headingEnded = position;
        return Optional.of(heading.toString());
    }

    /** Where the {@link #heading} begins, past comments before it. */
    long headingBegan() {
        return headingBegan;
    }

    /** Where the {@link #heading} ends: past its end. */
    long headingEnded() {
        return headingEnded;
    }

    private boolean read() throws IOException, DataException {
        began = position;
        int bytes = lines.readLine(line, MOST_LINE_BYTES, MOST_LINE_BYTES);
        position += bytes;
        if (line.getLength() >= MOST_LINE_BYTES) {
            throw file.fault("it has a line of more than " + MOST_LINE_BYTES + " bytes, so it is no table");
        }
        return bytes > 0;
    }

    /**
     * That an example is not as it should be.
     *
     * @param example its number, and of what, where not of the file
     */
    DataException fault(String example, String what) {
        return file.fault(what + " (example " + example + ", from 0)");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
