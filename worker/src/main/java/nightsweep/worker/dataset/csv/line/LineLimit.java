package nightsweep.worker.dataset.csv.line;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text whose lines are of bounded length, so that what is no table cannot fill the memory. */
public final class LineLimit extends FilterReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_CHARACTERS = 1 << 25;

    private long line = 1;
    private long length;

    public LineLimit(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            count((char) read);
        }
        return read;
    }

    @Override
    public int read(char[] out, int from, int most) throws IOException {
        int read = in.read(out, from, most);
        for (int i = from; i < from + read; i++) {
            count(out[i]);
        }
        return read;
    }

    private void count(char read) throws IOException {
        if (read == '\n') {
            line++;
            length = 0;
        } else if (read == BYTE_ORDER_MARK && length == 0 && line > 1) {
            throw new MalformedTextException("line " + line
                    + " begins with the mark that a text begins with, as where texts were put together: delete it");
        } else if (read == 0) {
            throw new MalformedTextException("line " + line + " has a zero byte, so it is no table");
        } else if (++length > MOST_CHARACTERS) {
            throw new MalformedTextException(
                    "line " + line + " is longer than " + MOST_CHARACTERS + " characters, so it is no table");
        }
    }
}
