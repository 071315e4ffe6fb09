package nightsweep.worker.storage;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What only this machine's own file systems can be asked for. */
public final class LocalFolders {
    private LocalFolders() {}

    public static Path path(org.apache.hadoop.fs.Path path) {
        return Path.of(path.toUri().getPath());
    }

    /** Makes a folder and those above it, each on the disk when this returns. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above == null) {
            return;
        }
        make(above);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("Parent path is not a directory: " + folder, e);
            }
        }
        force(above);
    }

    /** Writes a file that is not there yet. An interrupt does not disturb it. */
    static void fill(Path file, WholeFiles.Content content, Durability durability) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            content.write(out);
            if (durability == Durability.ON_DISK) {
                out.getFD().sync();
            }
        }
    }

    /** Opens a file. An interrupt does not disturb its reader. */
    static InputStream open(Path file) throws IOException {
        return new FileInputStream(file.toFile());
    }

    /** The names of what is in a folder, in order; none where there is no such folder. */
    static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(path -> names.add(String.valueOf(path.getFileName())));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Set.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** Forces the names in a folder to the disk: without it, a power failure can undo a rename. */
    static void force(Path folder) throws IOException {
        // Windows cannot open a folder; its renames are journalled.
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a file that must not be there yet, with its content; returns whether it was this call that made it. */
    static boolean create(Path file, byte[] bytes) throws IOException {
        @Nullable Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("No file can be made at " + file + ".");
        }
        make(folder);
        Path unfinished = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            try {
                Files.createLink(file, unfinished);
            } catch (UnsupportedOperationException e) {
                // A file system without links: whoever looks at this moment sees an unfinished file.
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            }
            force(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
