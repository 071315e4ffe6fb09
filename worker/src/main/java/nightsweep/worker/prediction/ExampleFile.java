package nightsweep.worker.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import nightsweep.worker.dataset.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;

/** Comma-separated numbers, an example a line, of any number of lines: read from the start of any of them on. */
final class ExampleFile implements Closeable {
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    private final String place;
    private final LineReader lines;
    private final Text line = new Text();
    private long position;

    private ExampleFile(String place, LineReader lines, long position) {
        this.place = place;
        this.lines = lines;
        this.position = position;
    }

    /** Whether a file can be read from its middle on: one that is not compressed, by its first bytes. */
    static boolean splits(Configuration hadoop, String place) throws IOException {
        Path path = new Path(place);
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            return in.read() != GZIP_FIRST_BYTE || in.read() != GZIP_SECOND_BYTE;
        }
    }

    /**
     * Opens a file at the first line that begins at a byte or after it.
     *
     * @param start 0 where it does not split
     */
    static ExampleFile open(Configuration hadoop, String place, long start) throws IOException {
        Path path = new Path(place);
        FSDataInputStream raw = path.getFileSystem(hadoop).open(path);
        if (start == 0) {
            InputStream in = splits(hadoop, place) ? raw : new GZIPInputStream(raw);
            return new ExampleFile(place, new LineReader(in), 0);
        }
        raw.seek(start - 1);
        ExampleFile file = new ExampleFile(place, new LineReader(raw), start - 1);
        file.next();
        return file;
    }

    /** Where the next line begins. */
    long position() {
        return position;
    }

    /** The next line without its end; empty past the last. */
    Optional<String> next() throws IOException {
        int bytes = lines.readLine(line);
        position += bytes;
        return bytes == 0 ? Optional.empty() : Optional.of(line.toString());
    }

    /** That an example is not as it should be. */
    DataException fault(long example, String what) {
        return new DataException("Cannot read " + place + ": " + what + " (example " + example + ", from 0).");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
