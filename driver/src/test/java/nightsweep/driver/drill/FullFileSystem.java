package nightsweep.driver.drill;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local file system as {@code full:/...}, with room for so many bytes and no more, whatever is deleted. */
public final class FullFileSystem extends RawLocalFileSystem {
    /** Bytes that can still be written, by all processes' instances together. */
    static final AtomicLong ROOM = new AtomicLong();

    @Override
    public URI getUri() {
        return URI.create("full:///");
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FSDataOutputStream create(Path path, boolean overwrite, int buffer, short copies, long block, Progressable p)
            throws IOException {
        return limited(super.create(path, overwrite, buffer, copies, block, p));
    }

    @Override
    public FSDataOutputStream create(
            Path path, FsPermission permission, boolean overwrite, int buffer, short copies, long block, Progressable p)
            throws IOException {
        return limited(super.create(path, permission, overwrite, buffer, copies, block, p));
    }

    private static FSDataOutputStream limited(FSDataOutputStream out) throws IOException {
        return new FSDataOutputStream(new Limited(out), null);
    }

    /** Takes half of what does not fit, as a disk does. */
    private static final class Limited extends FilterOutputStream {
        Limited(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (ROOM.addAndGet(-length) < 0) {
                ROOM.set(0);
                out.write(bytes, from, length / 2);
                throw new IOException("No space left on device");
            }
            out.write(bytes, from, length);
        }
    }
}
