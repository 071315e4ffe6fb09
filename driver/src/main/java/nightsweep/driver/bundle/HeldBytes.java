package nightsweep.driver.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.apache.hadoop.fs.FSInputStream;

/** Bytes in memory as Hadoop reads them. */
final class HeldBytes extends FSInputStream {
    private final byte[] bytes;
    private int at;

    HeldBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0 || position > bytes.length) {
            throw new EOFException("There is no byte " + position + " of " + bytes.length + ".");
        }
        at = (int) position;
    }

    @Override
    public long getPos() {
        return at;
    }

    @Override
    public boolean seekToNewSource(long position) {
        return false;
    }

    @Override
    public int read() {
        return at == bytes.length ? -1 : bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        int count = Math.min(length, bytes.length - at);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return bytes.length - at;
    }
}
