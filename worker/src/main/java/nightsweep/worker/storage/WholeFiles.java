package nightsweep.worker.storage;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.hdfs.DistributedFileSystem;

/**
 * Files of one Hadoop file system that a reader sees whole or not at all: each is written under another name and
 * renamed; on object stores, where renaming is copying and an object appears when its last byte has arrived, it is written
 * under its own name at once. Any number of threads may use it.
 */
public final class WholeFiles {
    private static final String HIDDEN = ".";

    /** Whose objects appear as a whole when they are closed, and whose rename is a copy and a deletion. */
    private static final Set<String> OBJECT_STORES = Set.of("s3a", "s3", "s3n", "gs", "oss", "cosn", "obs");

    private final Configuration hadoop;
    private final FileSystem files;
    private final boolean objects;

    /** @throws IOException if the file system of {@code root} cannot be reached */
    public WholeFiles(Path root, Configuration hadoop) throws IOException {
        this.hadoop = hadoop;
        FileSystem found = root.getFileSystem(hadoop);
        // The checksum files of Hadoop's local file system would double what a run directory holds.
        this.files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
        this.objects = OBJECT_STORES.contains(String.valueOf(files.getUri().getScheme()));
    }

    /** Those of a file system that is at hand already. */
    public WholeFiles(FileSystem files, Configuration hadoop) {
        this.hadoop = hadoop;
        this.files = files;
        this.objects = OBJECT_STORES.contains(String.valueOf(files.getUri().getScheme()));
    }

    /**
     * Whether of any number of processes that {@link #create} a file at a time at most one succeeds. Object stores cannot
     * promise it: of two, both may hear that they have, and the later one's content stands.
     */
    public boolean createsOnce() {
        return !objects;
    }

    /** Writes {@code text} as UTF-8, in place of what was there, and on the disk. */
    public void write(Path path, String text) throws IOException {
        write(path, text, Durability.ON_DISK);
    }

    /** Writes {@code text} as UTF-8, in place of what was there, making folders as needed. */
    public void write(Path path, String text, Durability durability) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8), durability);
    }

    /** Writes {@code text} as UTF-8 unless it is there already. */
    public void writeIfOther(Path path, String text) throws IOException {
        if (!holds(path, text)) {
            write(path, text, Durability.WHOLE);
        }
    }

    private boolean holds(Path path, String text) {
        try {
            return read(path).equals(Optional.of(text));
        } catch (IOException e) {
            // What cannot be read is not what it should be.
            return false;
        }
    }

    /** Writes {@code bytes}, in place of what was there, making folders as needed. */
    public void write(Path path, byte[] bytes, Durability durability) throws IOException {
        write(path, durability, out -> out.write(bytes));
    }

    /** Writes a text as UTF-8 while it is made, in place of what was there: it is never in memory as a whole. */
    public void write(Path path, Text text, Durability durability) throws IOException {
        write(path, durability, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(writer);
            writer.flush();
        });
    }

    /** A text that is made piece by piece. */
    public interface Text {
        void write(Appendable out) throws IOException;
    }

    /** Writes what a file holds. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes bytes while they are made, in place of what was there, making folders as needed. */
    public void write(Path path, Durability durability, Content content) throws IOException {
        if (objects) {
            writeObject(path, content);
            return;
        }
        Path unfinished = new Path(path.getParent(), HIDDEN + path.getName() + "." + UUID.randomUUID());
        try {
            if (local()) {
                // Hadoop's own way starts a process for each new folder, to set its permissions.
                LocalFolders.make(LocalFolders.path(path.getParent()));
            }
            fill(unfinished, content, durability);
            replace(unfinished, path);
            if (durability == Durability.ON_DISK && local()) {
                LocalFolders.force(LocalFolders.path(path.getParent()));
            }
        } catch (IOException e) {
            discard(unfinished, e);
            throw e;
        }
    }

    /** The object appears when it is closed, and is durable then; what is not whole must not be closed but abandoned. */
    private void writeObject(Path path, Content content) throws IOException {
        FSDataOutputStream out = files.create(path, true);
        try {
            content.write(out);
        } catch (IOException | RuntimeException | Error e) {
            abandon(out, path, e);
            throw e;
        }
        out.close();
    }

    private void abandon(FSDataOutputStream out, Path path, Throwable reason) {
        try {
            if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
                var ignored = out.abort();
            } else {
                out.close();
                boolean ignored = files.delete(path, false);
            }
        } catch (IOException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Writes a file that must not be there yet; of any number of processes that try, one succeeds. On object stores,
     * which cannot do that, two may.
     *
     * @return whether it was this call that made it
     */
    public boolean create(Path path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (local()) {
            return LocalFolders.create(LocalFolders.path(path), bytes);
        }
        FSDataOutputStream out;
        try {
            out = files.create(path, false);
        } catch (IOException e) {
            if (files.exists(path)) {
                return false;
            }
            throw e;
        }
        try (out) {
            out.write(bytes);
            if (!objects) {
                out.hsync();
            }
            return true;
        } catch (FSError e) {
            IOException failure = failure(e);
            discard(path, failure);
            throw failure;
        } catch (IOException e) {
            discard(path, e);
            throw e;
        }
    }

    /** Gives a file another name in its folder, which needs no room; returns whether there was one. */
    public boolean rename(Path path, String name) throws IOException {
        return files.rename(path, new Path(path.getParent(), name));
    }

    /** Says that a file is as new as now, which needs no room. */
    public void touch(Path path) throws IOException {
        files.setTimes(path, System.currentTimeMillis(), -1);
    }

    /** The file's text; empty where there is no such file. */
    public Optional<String> read(Path path) throws IOException {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The file's content; empty where there is no such file. */
    public Optional<byte[]> bytes(Path path) throws IOException {
        // Hadoop's own way asks for the size and owner of each, and reads through three buffers.
        try (InputStream in = local() ? LocalFolders.open(LocalFolders.path(path)) : files.open(path)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (FSError e) {
            throw failure(e);
        }
    }

    /** The names of what is in a folder, in any order; none where there is no such folder. */
    public Set<String> names(Path folder) throws IOException {
        if (local()) {
            // Hadoop's own way asks for the size and owner of each.
            return LocalFolders.names(LocalFolders.path(folder));
        }
        try {
            return Stream.of(files.listStatus(folder))
                    .map(status -> status.getPath().getName())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (FileNotFoundException e) {
            return Set.of();
        }
    }

    /**
     * The names of all files in the folders of a folder, in any order: one call for each of these, but on object stores one
     * for each thousand files.
     */
    public List<String> namesBelow(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        if (!objects) {
            for (Path below : foldersIn(folder)) {
                names.addAll(names(below));
            }
            return names;
        }
        try {
            RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
            while (found.hasNext()) {
                names.add(found.next().getPath().getName());
            }
        } catch (FileNotFoundException e) {
            return names;
        }
        return names;
    }

    /** What is in a folder of folders. */
    public List<Path> foldersIn(Path folder) throws IOException {
        return names(folder).stream().map(name -> new Path(folder, name)).toList();
    }

    /**
     * Takes away what processes that were killed had begun to write in a folder; one that still writes there fails.
     *
     * @param beginning of the names that the files would have had
     */
    public void dropUnfinished(Path folder, String beginning) throws IOException {
        if (objects) {
            return;
        }
        for (String name : names(folder)) {
            if (name.startsWith(HIDDEN + beginning)) {
                delete(new Path(folder, name));
            }
        }
    }

    /** Takes a file away, if it is there. */
    public void delete(Path path) throws IOException {
        if (!files.delete(path, false) && files.exists(path)) {
            throw new IOException("Cannot delete " + path + ".");
        }
    }

    /** The file system that it writes to. */
    public FileSystem fileSystem() {
        return files;
    }

    /** Whether it is a file system of this machine. */
    public boolean local() {
        return "file".equals(files.getUri().getScheme());
    }

    private void fill(Path path, Content content, Durability durability) throws IOException {
        if (local()) {
            // Hadoop's own way starts a process for each new file, to set its permissions.
            LocalFolders.fill(LocalFolders.path(path), content, durability);
            return;
        }
        try (FSDataOutputStream out = files.create(path, true)) {
            content.write(out);
            if (durability == Durability.ON_DISK) {
                out.hsync();
            }
        } catch (FSError e) {
            throw failure(e);
        }
    }

    /** Hadoop's local file system tells of a full disk by an error, as if the process were at its end. */
    private static IOException failure(FSError e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    private void replace(Path from, Path to) throws IOException {
        if (local()) {
            Files.move(
                    LocalFolders.path(from),
                    LocalFolders.path(to),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else if (files instanceof DistributedFileSystem hdfs) {
            hdfs.rename(from, to, Rename.OVERWRITE);
        } else {
            replaceElsewhere(from, to);
        }
    }

    private void replaceElsewhere(Path from, Path to) throws IOException {
        try {
            FileContext.getFileContext(files.getUri(), hadoop).rename(from, to, Rename.OVERWRITE);
        } catch (UnsupportedFileSystemException e) {
            // Such a file system has no rename that replaces: for a moment there is no file, never a part of one.
            boolean ignored = files.delete(to, false);
            if (!files.rename(from, to)) {
                throw new IOException("Cannot rename " + from + " to " + to + ".", e);
            }
        }
    }

    private void discard(Path unfinished, IOException reason) {
        try {
            boolean ignored = files.delete(unfinished, false);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
