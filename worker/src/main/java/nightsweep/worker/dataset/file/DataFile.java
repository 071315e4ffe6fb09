package nightsweep.worker.dataset.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A file of any Hadoop file system, gzipped or not: its first bytes tell, not its name.
 *
 * @param location a URI, or a path of the default file system
 */
public record DataFile(Configuration hadoop, String location) {
    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z0-9_]+\\.)+[A-Z][A-Za-z0-9]*Exception: ");
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    /** Reads from an open file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(InputStream in) throws IOException, DataException;
    }

    /**
     * What {@code reading} makes of the file's bytes, decompressed.
     *
     * @throws DataException where the file cannot be opened or read, with its location
     */
    public <T> T read(Reading<T> reading) throws DataException {
        try (InputStream raw = new BufferedInputStream(raw(), BUFFER_BYTES);
                InputStream in = decompressed(raw)) {
            return reading.read(in);
        } catch (EOFException e) {
            throw fault("it is truncated", e);
        } catch (UnknownHostException e) {
            throw fault("no host of this name is known: " + e.getMessage(), e);
        } catch (IOException e) {
            throw fault(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } catch (FSError e) {
            // Hadoop's own where a disk of this machine fails.
            throw new DataException(
                    message(String.valueOf(e.getMessage()).replaceFirst("^[a-z.]*IOException: ", "")), e);
        }
    }

    /**
     * Whether it is a folder.
     *
     * @throws DataException where there is no such thing
     */
    public boolean isFolder() throws DataException {
        try {
            Path path = DataPath.of(location, hadoop);
            FirstContact.with(path, hadoop);
            return status(path.getFileSystem(hadoop), path).isDirectory();
        } catch (IOException | IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What the file is if it is something else than data, as its first bytes tell, to follow "it is".
     *
     * @throws DataException where it cannot be opened or read
     */
    public Optional<String> looksLike() throws DataException {
        return FileLook.of(read(in -> in.readNBytes(FileLook.BYTES)));
    }

    /** That the file is not as it should be. */
    public DataException fault(String what) {
        return new DataException(message(what));
    }

    private DataException fault(String what, Exception cause) {
        return new DataException(message(what), cause);
    }

    private String message(String what) {
        return "Cannot read " + location + ": " + worded(what, location)
                + (what.endsWith(".") || what.endsWith("?") ? "" : ".");
    }

    /** Without the names of libraries' exceptions, and without the location twice. */
    private static String worded(String what, String location) {
        String bare = EXCEPTION.matcher(what).replaceAll("");
        return bare.startsWith(location + ": ") ? bare.substring(location.length() + 2) : bare;
    }

    /**
     * The file's bytes as they are stored, from any place on.
     *
     * @throws DataException where there is no such file
     */
    public FSDataInputStream raw() throws IOException, DataException {
        try {
            Path path = DataPath.of(location, hadoop);
            FirstContact.with(path, hadoop);
            FileSystem files = bare(path.getFileSystem(hadoop));
            if (status(files, path).isDirectory()) {
                throw fault("it is a folder");
            }
            if (files instanceof RawLocalFileSystem local
                    && !Files.isRegularFile(local.pathToFile(path).toPath())) {
                throw fault("it is a pipe or a device. Copy what it gives to a file");
            }
            return files.open(path);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()), e);
        }
    }

    /** Without the checksum files of Hadoop, which have no names beside names with colons. */
    static FileSystem bare(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRaw() : files;
    }

    /** Apart from opening, which calls a file missing that may not be read. */
    private FileStatus status(FileSystem files, Path path) throws IOException, DataException {
        try {
            return files.getFileStatus(path);
        } catch (FileNotFoundException e) {
            throw fault(
                    "there is no such file"
                            + (DataPath.isRelative(location) ? ": looked for " + files.makeQualified(path) : ""),
                    e);
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        in.mark(2);
        boolean gzipped = in.read() == GZIP_FIRST_BYTE && in.read() == GZIP_SECOND_BYTE;
        in.reset();
        return gzipped ? new Gzip(in) : in;
    }
}
