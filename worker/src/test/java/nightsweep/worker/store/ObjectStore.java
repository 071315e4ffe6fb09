package nightsweep.worker.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.stream.Stream;
import nightsweep.worker.storage.LocalFolders;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.jspecify.annotations.Nullable;

/**
 * Local files that behave like objects of {@code s3a:}: one appears when it is closed and not before, syncing is refused, and
 * so is renaming, which would be a copy that others see grow.
 */
public final class ObjectStore extends RawLocalFileSystem {
    @Override
    public URI getUri() {
        return URI.create("s3a:///");
    }

    @Override
    public String getScheme() {
        return "s3a";
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        throw new IOException("renamed " + from + " to " + to);
    }

    /** Without permissions, which objects do not have. */
    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        return Stream.of(super.listStatus(path))
                .map(found -> new FileStatus(
                        found.getLen(), found.isDirectory(), 1, 1, found.getModificationTime(), found.getPath()))
                .toArray(FileStatus[]::new);
    }

    @Override
    public FSDataOutputStream create(Path path, boolean overwrite, int buffer, short copies, long block, Progressable p)
            throws IOException {
        return new FSDataOutputStream(new Upload(path), null);
    }

    @Override
    public FSDataOutputStream create(
            Path path, FsPermission permission, boolean overwrite, int buffer, short copies, long block, Progressable p)
            throws IOException {
        return new FSDataOutputStream(new Upload(path), null);
    }

    /** What is written so far, in memory. */
    private static final class Upload extends ByteArrayOutputStream implements StreamCapabilities, Abortable {
        private final Path path;
        private boolean over;

        Upload(Path path) {
            this.path = path;
        }

        @Override
        public boolean hasCapability(String capability) {
            return capability.equals(StreamCapabilities.ABORTABLE_STREAM);
        }

        @Override
        public AbortableResult abort() {
            over = true;
            return new AbortableResult() {
                @Override
                public boolean alreadyClosed() {
                    return false;
                }

                @Override
                public @Nullable IOException anyCleanupException() {
                    return null;
                }
            };
        }

        @Override
        public void close() throws IOException {
            if (!over) {
                over = true;
                java.nio.file.Path file = LocalFolders.path(path);
                LocalFolders.make(LocalFolders.path(path.getParent()));
                Files.write(file, toByteArray());
            }
        }
    }
}
