package nightsweep.worker.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Text files of one Hadoop file system that a reader sees whole or not at all: each is written under another name,
 * forced to the disk and renamed. Any number of threads may use it.
 */
public final class WholeFiles {
    private final Configuration hadoop;
    private final FileSystem files;

    /** @throws IOException if the file system of {@code root} cannot be reached */
    public WholeFiles(Path root, Configuration hadoop) throws IOException {
        this.hadoop = hadoop;
        FileSystem found = root.getFileSystem(hadoop);
        // The checksum files of Hadoop's local file system would double what a run directory holds.
        this.files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    }

    /** Writes {@code text} as UTF-8, in place of what was there, making folders as needed. */
    public void write(Path path, String text) throws IOException {
        Path unfinished = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
        try {
            try (FSDataOutputStream out = files.create(unfinished, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.hsync();
            }
            replace(unfinished, path);
        } catch (IOException e) {
            discard(unfinished, e);
            throw e;
        }
    }

    /** The file's text; empty where there is no such file. */
    public Optional<String> read(Path path) throws IOException {
        try (FSDataInputStream in = files.open(path)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The file system that it writes to. */
    public FileSystem fileSystem() {
        return files;
    }

    private void replace(Path from, Path to) throws IOException {
        if ("file".equals(files.getUri().getScheme())) {
            if (!files.rename(from, to)) {
                throw new IOException("Cannot rename " + from + " to " + to + ".");
            }
        } else {
            FileContext.getFileContext(files.getUri(), hadoop).rename(from, to, Options.Rename.OVERWRITE);
        }
    }

    private void discard(Path unfinished, IOException reason) {
        try {
            files.delete(unfinished, false);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
