package nightsweep.worker.dataset.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What gzip compressed, in one piece or several; what follows the last is no part of it, and a fault. */
public final class Gzip extends GZIPInputStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int TRAILER_BYTES = 8;

    private boolean ended;

    /** @throws IOException if it does not begin as gzip's files do */
    public Gzip(InputStream in) throws IOException {
        super(in, BUFFER_BYTES);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read < 0 && !ended) {
            ended = true;
            // Java itself passes over whatever is no further piece.
            int left = len - Math.max(0, inf.getRemaining() - TRAILER_BYTES);
            checkPadding(left, len);
            for (int more = this.in.read(buf); more > 0; more = this.in.read(buf)) {
                checkPadding(0, more);
            }
        }
        return read;
    }

    /** Tapes and some devices fill up with zeros. */
    private void checkPadding(int from, int to) throws ZipException {
        for (int at = from; at < to; at++) {
            if (buf[at] != 0) {
                throw new ZipException(
                        "bytes follow the end of what is compressed: it is damaged, or two files in one");
            }
        }
    }
}
